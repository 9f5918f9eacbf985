import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import getPort from "get-port";
import { ROOT } from "./run.mjs";

// `npm run try-nodes`, or with lines of Node: `npm run try-nodes -- 22 26`. On each, a fresh clone of the last
// commit installs, starts, shows a page, and passes the unit tests. Takes some minutes a line.

const LINES = ["20", "22", "24", "26"];
/** What installing and building may take on a busy machine. */
const START_MS = 15 * 60_000;
/** A server ends within ten seconds of SIGTERM; what takes longer hangs. */
const END_MS = 15_000;

/**
 * Runs a command to its end and shows what it wrote if it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what it wrote
 * @throws Error if it fails
 */
async function run(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${command} ${args.join(" ")}: exit code ${code}\n${output}`);
  return output;
}

/**
 * Starts a clone as README says, and waits for a player's page.
 *
 * @param {string} npm the file of npm's program
 * @param {string} node
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @throws Error with what it wrote if it does not start
 */
async function start(npm, node, cwd, env) {
  const port = String(await getPort());
  const child = spawn(node, [npm, "start"], {
    cwd,
    env: { ...env, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let hasEnded = false;
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    output += text;
  });
  const ended = new Promise((resolve) => child.once("close", resolve)).then(() => {
    hasEnded = true;
  });
  try {
    for (const deadline = Date.now() + START_MS; ; ) {
      const page = await fetch(`http://localhost:${port}/user/LampLighter`).catch(() => null);
      if (page?.ok) return;
      if (hasEnded || Date.now() > deadline)
        throw new Error(`npm start does not serve:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    child.kill("SIGTERM");
    const hung = setTimeout(() => child.kill("SIGKILL"), END_MS);
    await ended;
    clearTimeout(hung);
  }
}

/**
 * @param {string} line such as `22`
 * @param {string} folder an empty one
 * @returns {Promise<string>} what came of it, in a line
 */
async function tryLine(line, folder) {
  const npm = process.env.npm_execpath;
  if (!npm?.endsWith("npm-cli.js")) throw new Error("Run this with npm: npm run try-nodes");
  // The package of this system's binary, which needs no install script.
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  // Named, since npm run passes its own folder on in the environment.
  writeFileSync(join(folder, "package.json"), "{}");
  const install = [npm, "install", "--no-save", "--ignore-scripts", "--prefix", folder];
  await run(process.execPath, [...install, `${name}@${line}`], { cwd: folder });
  const bin = join(folder, "node_modules", name, "bin");
  const node = join(bin, process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(node)) throw new Error(`${name}@${line} has no ${node}`);
  const clone = join(folder, "clone");
  await run("git", ["clone", "--quiet", ROOT, clone], { cwd: folder });
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    // A package that says that it does not run on this Node is not installed.
    npm_config_engine_strict: "true",
    npm_config_ignore_scripts: "true",
    npm_node_execpath: node,
  };
  const version = (await run(node, ["--version"], { cwd: clone })).trim();
  const began = Date.now();
  await start(npm, node, clone, env);
  const output = await run(node, [npm, "test", "--", "unit"], { cwd: clone, env });
  const count = output.trim().split("\n").at(-1);
  return `Node ${version}: starts, unit tests ${count}, ${Math.round((Date.now() - began) / 1000)} s`;
}

const wanted = process.argv.slice(2);
for (const line of wanted.length > 0 ? wanted : LINES) {
  const folder = mkdtempSync(join(tmpdir(), `longplay-node-${line}-`));
  try {
    console.log(await tryLine(line, folder));
  } catch (error) {
    console.error(`Node ${line}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
