import { mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ClassicLevel } from "classic-level";

/** An open database of LevelDB: sorted keys, in a folder that one process has at a time. */
export type Level = ClassicLevel<string, string>;

/** What LevelDB may write when it opens a database: what its log held, and a list of its files. */
const ROOM_BYTES = 8 * 1024 * 1024;

/** Why a folder cannot be used, in a sentence that names it and says what to do. */
export class FolderProblem extends Error {
  constructor(
    readonly why: "in-use" | "damaged" | "unusable",
    message: string,
  ) {
    super(message);
    this.name = "FolderProblem";
  }
}

/**
 * Opens the database in a folder, which is made if it is not there. What is in it is never thrown away.
 *
 * @throws FolderProblem
 */
export async function openLevel(folder: string): Promise<Level> {
  const Level = loadLevel(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await hasLostItsIndex(folder)) throw damaged(folder);
    const level = new Level<string, string>(folder);
    await level.open();
    return level;
  } catch (error) {
    throw problemOf(folder, error);
  }
}

/** LevelDB would take a folder without CURRENT for a new one, and delete the files that it has no use for. */
async function hasLostItsIndex(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  if (!names.includes("CURRENT")) return names.some((name) => /\.(ldb|sst|log)$/.test(name));
  return !names.includes((await readFile(join(folder, "CURRENT"), "utf8")).trim());
}

/**
 * Whether the disk of a folder has room for what LevelDB writes when it opens the database there.
 *
 * @throws FolderProblem if it has not
 */
export async function needRoom(folder: string): Promise<void> {
  const path = join(folder, "room-for-what-is-kept");
  try {
    const file = await open(path, "w");
    try {
      await file.writeFile(Buffer.alloc(ROOM_BYTES));
      await file.sync();
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
  } catch (error) {
    throw problemOf(folder, error);
  }
}

/**
 * Makes of the files in a folder what can be made of them; what cannot be read is in its folder `lost` then.
 *
 * @throws FolderProblem if another process has it, or it cannot be written to
 */
export async function repairLevel(folder: string): Promise<void> {
  const Level = loadLevel(folder);
  try {
    // LevelDB mends also what another process is writing to.
    const level = await openLevel(folder);
    await level.close();
  } catch (error) {
    if (!(error instanceof FolderProblem && error.why === "damaged")) throw error;
  }
  try {
    await Level.repair(folder);
  } catch (error) {
    throw problemOf(folder, error);
  }
}

function loadLevel(folder: string): typeof ClassicLevel {
  try {
    // Required in a way that no bundler follows: what runs without a folder is not to bring these files along.
    const load = createRequire(join(/* turbopackIgnore: true */ process.cwd(), "package.json"));
    return load("classic-level").ClassicLevel;
  } catch {
    throw new FolderProblem(
      "unusable",
      `Nothing can be kept in ${folder}: the package classic-level is not there, or not made for this system.`,
    );
  }
}

/** What an error of the database in a folder, or of the folder itself, means for the owner. */
export function problemOf(folder: string, error: unknown): FolderProblem {
  if (error instanceof FolderProblem) return error;
  // LevelDB's own error is the cause of one that says only that there was one.
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = inner instanceof Error && "code" in inner ? inner.code : undefined;
  if (code === "LEVEL_LOCKED") {
    return new FolderProblem(
      "in-use",
      `Another process has the folder ${folder}: stop that one, or give this one a folder of its own (DATA_DIR).`,
    );
  }
  if (code === "LEVEL_CORRUPTION") return damaged(folder);
  const reason = inner instanceof Error ? inner.message : String(inner);
  return new FolderProblem(
    "unusable",
    `The folder ${folder} cannot be written to (${reason}): give it room and rights, or choose another (DATA_DIR).`,
  );
}

function damaged(folder: string): FolderProblem {
  return new FolderProblem(
    "damaged",
    `The files in ${folder} are damaged: stop the site, copy the folder, and run npm run history -- repair.`,
  );
}
