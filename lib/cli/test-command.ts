import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PassThrough } from "node:stream";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** How a run of the command ended, and what it wrote. */
interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** The command, installed from its tarball in a folder that has nothing else. */
export interface InstalledCommand {
  /** The folder in which it runs. */
  folder: string;
  /** Bytes of the tarball. */
  packedBytes: number;
  /** Runs `longplay` with these settings and no others. */
  run: (args: readonly string[], env?: Record<string, string>) => Promise<Ran>;
  /** Installs the package with the letters of other scripts. */
  addLetters: () => void;
  remove: () => void;
}

/** Builds, packs and installs the command, without a network. */
export async function installCommand(): Promise<InstalledCommand> {
  const root = mkdtempSync(join(tmpdir(), "longplay-cli-"));
  const folder = join(root, "empty");
  mkdirSync(folder);
  await execute(process.execPath, ["scripts/build-cli.mjs", root]);
  const packed = await execute("npm", ["pack", "--json", join(root, "cli")], { cwd: folder });
  const [{ filename, size }] = JSON.parse(packed.stdout);
  const quiet = ["--offline", "--no-audit", "--no-fund", "--no-save"];
  await execute("npm", ["install", ...quiet, "--prefix", folder, join(folder, filename)]);
  return {
    folder,
    packedBytes: size,
    async run(args, env = {}) {
      const program = join(folder, "node_modules/.bin/longplay");
      const settings = { NODE_ENV: "production" as const, PATH: process.env.PATH, ...env };
      const running = execute(program, [...args], { cwd: folder, env: settings });
      running.child.stdin?.end();
      return running.then(
        ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
        (error) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
      );
    },
    addLetters() {
      const at = join(folder, "node_modules/longplay-letters");
      cpSync(join(root, "cli-letters"), at, { recursive: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** All that was written to a stream so far. */
export function written(stream: PassThrough): string {
  const chunks: unknown[] = [];
  // Newer lines of Node give one chunk at a time.
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) chunks.push(chunk);
  return chunks.join("");
}
