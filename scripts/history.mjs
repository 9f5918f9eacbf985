import { install } from "./install.mjs";
import { ROOT } from "./run.mjs";

// `npm run history -- export FILE`: the histories of players as lines of JSON, from the store of the settings.
// `import FILE` merges them into a store, `repair` repairs a damaged folder. `-` stands for stdout and stdin.
// `forget NAME` removes a player from the site, `remember NAME` lifts that.

const USAGE = `npm run history -- export FILE           writes the history into a file
npm run history -- import FILE [--force] brings a file's history into the store; --force replaces also what is newer
npm run history -- repair                makes of a damaged folder what can be made of it
npm run history -- forget NAME|ULID      removes a player: takes all that is stored, and keeps it from coming back
npm run history -- remember NAME|ULID    shows the player again

As FILE, - is standard output or input: npm run --silent history -- export -`;

const words = process.argv.slice(2);
const force = words.includes("--force");
const [what, file, ...more] = words.filter((word) => word !== "--force");

/** @returns {import("./history-run.ts").Task | null} */
function taskOf() {
  if (more.length > 0) return null;
  if ((what === "forget" || what === "remember") && file !== undefined && !force) {
    return { what, user: file };
  }
  if (what === "repair" && file === undefined && !force) return { what };
  if (what === "export" && file !== undefined && !force) return { what, file };
  if (what === "import" && file !== undefined) return { what, file, force };
  return null;
}

/** Standard output is for the export. @param {unknown} text */
const print = (text) => console.error(text);

const task = taskOf();
if (!task) {
  print(USAGE);
  process.exit(2);
}
if (!(await install())) {
  print("The packages could not be installed; npm's reason is above.");
  process.exit(1);
}
// The same files that the site reads.
const { default: nextEnv } = await import("@next/env");
nextEnv.loadEnvConfig(ROOT, false);

const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("./history-run.ts")} */
const { run } = await loadTypeScript("scripts/history-run.ts");
try {
  process.exitCode = (await run(task, print)) ? 0 : 1;
} catch (error) {
  print(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
