import { mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ClassicLevel } from "classic-level";

/** An open database of LevelDB: sorted keys, in a folder that one process has open at a time. */
export type Level = ClassicLevel<string, string>;

/** How much LevelDB may write when it opens a database: the content of its log, and a list of its files. */
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
 * Opens the database in a folder, which is made if it is missing. Existing data is never deleted.
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

/** LevelDB would take a folder without CURRENT for a new one, and delete its files. */
async function hasLostItsIndex(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  if (!names.includes("CURRENT")) return names.some((name) => /\.(ldb|sst|log)$/.test(name));
  return !names.includes((await readFile(join(folder, "CURRENT"), "utf8")).trim());
}

/**
 * Checks that the disk of a folder has room for what LevelDB writes when it opens the database there.
 *
 * @throws FolderProblem
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
 * Recovers what can be read of the files in a folder, and moves the rest into its folder `lost`.
 *
 * @throws FolderProblem if another process has it, or it cannot be written to
 */
export async function repairLevel(folder: string): Promise<void> {
  const Level = loadLevel(folder);
  try {
    // LevelDB would also repair a database that another process is writing to.
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
    // Required in a way that no bundler follows: a site without a folder does not ship these files.
    const load = createRequire(join(/* turbopackIgnore: true */ process.cwd(), "package.json"));
    return load("classic-level").ClassicLevel;
  } catch {
    throw new FolderProblem(
      "unusable",
      `Nothing can be kept in ${folder}: the package classic-level is not there, or not made for this system.`,
    );
  }
}

/** An error of the database in a folder, or of the folder itself, in words for the owner. */
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
