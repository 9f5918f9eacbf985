import { execFile } from "node:child_process";
import { childEnv } from "@/lib/env";
import { LIMITS } from "@/lib/limits";

/** A git command that failed. */
export class GitError extends Error {
  constructor(args: readonly string[], stderr: string) {
    super(`git ${args[0]} failed: ${stderr.trim()}`);
    this.name = "GitError";
  }
}

/** Runs git in a folder, and gives what it writes. @throws GitError */
export type Git = (args: readonly string[], input?: Uint8Array) => Promise<Buffer>;

/** Git in the folder of a checkout, which may belong to another user of the machine. */
export function gitIn(folder: string): Git {
  return (args, input) =>
    new Promise((resolve, reject) => {
      const git = execFile(
        "git",
        ["-c", `safe.directory=${folder}`, ...args],
        { cwd: folder, env: childEnv(), encoding: "buffer", maxBuffer: LIMITS.gitOutputBytes },
        (error, stdout, stderr) => {
          if (error) reject(new GitError(args, stderr.toString() || error.message));
          else resolve(stdout);
        },
      );
      // A command that fails early does not read its input: its exit code says so.
      git.stdin?.once("error", () => undefined);
      git.stdin?.end(input);
    });
}
