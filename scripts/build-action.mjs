import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  bundle,
  FONTS,
  files,
  fontLicenses,
  licensesOf,
  RESVG,
  write,
  writePackage,
} from "./build-cli.mjs";
import { ROOT } from "./run.mjs";

// `npm run build:action` writes dist/action, which action.yml runs. A release has it in the repository, so that nothing
// is installed. `-- FOLDER` names another folder.

/**
 * Builds the action: one file with the program, all fonts, and the encoder of PNGs.
 *
 * @param {string} folder is replaced
 */
export async function buildAction(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const modules = await bundle("lib/action/main.ts", folder, {
    entryFileNames: "main.js",
    codeSplitting: false,
  });
  for (const file of files) {
    mkdirSync(dirname(join(folder, "fonts", file)), { recursive: true });
    copyFileSync(join(FONTS, file), join(folder, "fonts", file));
  }
  write(join(folder, "fonts/LICENSES.txt"), fontLicenses(files));
  copyFileSync(RESVG, join(folder, "resvg.wasm"));
  write(join(folder, "LICENSES.txt"), licensesOf(modules));
  writePackage(folder, { name: "longplay-action", description: "The program of action.yml." });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = resolve(ROOT, process.argv[2] ?? "dist/action");
  await buildAction(folder);
  console.log(`The action is in ${folder}.`);
}
