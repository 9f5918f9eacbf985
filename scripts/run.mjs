import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder, absolute. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const FORWARDED = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** npm passes a signal on to its shell only, which ends without telling: the loss of it is the signal. */
const PARENT = process.ppid;
const LOOK_FOR_PARENT_MS = 200;
const isOrphan = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== PARENT;

/**
 * Runs a command in the repository's root until it ends. A signal sent to this process, or to the npm that
 * started it, goes on to the command; when the command has ended of it, this process ends with the
 * command's exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, shell?: boolean, graceMs?: number }} [options] `env`
 *   is added to this process's own; `quiet` keeps the output back and shows it only if the command fails;
 *   `graceMs` after a signal the command is killed, if that is given.
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, { env = {}, quiet = false, shell = false, graceMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      shell,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));

    let signalled = false;
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      if (!signalled && graceMs) setTimeout(() => child.kill("SIGKILL"), graceMs).unref();
      signalled = true;
      child.kill(signal);
    };
    for (const signal of FORWARDED) process.on(signal, forward);
    const watch = setInterval(() => {
      if (!signalled && isOrphan()) forward("SIGTERM");
    }, LOOK_FOR_PARENT_MS);

    /** @param {number} code */
    const end = (code) => {
      clearInterval(watch);
      for (const signal of FORWARDED) process.off(signal, forward);
      if (signalled) process.exit(code);
      if (quiet && code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code);
    };
    child.once("error", (error) => {
      console.error(error.message);
      end(127);
    });
    // By the shells' convention a process that a signal ended has the code 128 + the signal's number.
    child.once("close", (code, signal) =>
      end(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

/**
 * Runs the command-line tool of an installed package with this same Node, which needs no shell and so
 * works alike on every system.
 *
 * @param {string} name the package's name
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 * @returns {Promise<number>} the exit code
 */
export function runTool(name, args, options) {
  const folder = join(ROOT, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : String(Object.values(bin)[0]);
  return run(process.execPath, [join(folder, file), ...args], options);
}
