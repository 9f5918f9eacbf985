import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import config from "../next.config.mjs";
import packageJson from "../package.json" with { type: "json" };
import { ROOT } from "./run.mjs";
import { thinFont } from "./thin-font.mjs";

// `npm run build:cli` writes the packages of the command: dist/cli, and dist/cli-letters with the letters of other
// scripts. `npm pack` in either makes its tarball. `-- FOLDER` names another folder than dist.

const require = createRequire(import.meta.url);
/** @type {{ parse: (buffer: ArrayBufferLike) => { hasChar(c: string): boolean, charToGlyphIndex(c: string): number } }} */
const opentype = require("opentype.js");

export const FONTS = join(ROOT, "node_modules/@expo-google-fonts");
/** The encoder of PNGs. */
export const RESVG = join(ROOT, "node_modules/@resvg/resvg-wasm/index_bg.wasm");
/** Fonts whose Latin, Greek and Cyrillic letters come with the command. */
const BASE_FONTS = /^(?:hanken-grotesk|bricolage-grotesque|m-plus-1p)\//;
/** Fonts that come with the command as a whole. */
const OWN_FONTS = /^(?:hanken-grotesk|bricolage-grotesque)\//;
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Digits, punctuation, symbols, and marks that follow a letter. */
const SIGN = /[\p{Script=Common}\p{Script=Inherited}]/u;
/** From here on, signs are of Chinese, Japanese and Korean, and letters are as wide as theirs. */
const FIRST_CJK_SIGN = 0x3000;
const FIRST_WIDE_LETTER = 0xff00;

/**
 * The files of lib/cards/font.ts, below {@link FONTS}.
 *
 * @type {string[]}
 */
export const files = Object.values(config.outputFileTracingIncludes ?? {})[0].map(
  (/** @type {string} */ path) => path.split("/@expo-google-fonts/")[1] ?? "",
);

/**
 * Builds both packages.
 *
 * @param {string} folder for `cli` and `cli-letters`; both are replaced
 * @returns {Promise<{ command: string, letters: string }>} the folders of the packages
 */
export async function buildCli(folder) {
  const command = join(folder, "cli");
  const letters = join(folder, "cli-letters");
  for (const made of [command, letters]) {
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made, { recursive: true });
  }
  const modules = await bundle("lib/cli/main.ts", command, {
    entryFileNames: "longplay.js",
    chunkFileNames: "[name].js",
    banner: (chunk) => (chunk.isEntry ? "#!/usr/bin/env node" : ""),
  });
  chmodSync(join(command, "longplay.js"), 0o755);
  writeFonts(command, letters);
  copyFileSync(RESVG, join(command, "resvg.wasm"));
  writeFileSync(join(command, "LICENSES.txt"), licensesOf(modules));
  writePackage(command, {
    name: "longplay",
    description: "Draws cards of a player of RetroAchievements as SVG or PNG, without a server.",
    bin: { longplay: "longplay.js" },
  });
  writePackage(letters, {
    name: "longplay-letters",
    description: "Chinese, Japanese, Korean, Arabic, Hebrew, Thai and emoji for longplay.",
  });
  return { command, letters };
}

/**
 * Bundles a program for Node with all packages that it needs.
 *
 * @param {string} entry its module, below the repository
 * @param {string} outDir
 * @param {import("vite").Rolldown.OutputOptions} names of its files, and what comes before them
 * @returns {Promise<string[]>} paths of the modules in it
 */
export async function bundle(entry, outDir, names) {
  const output = await build({
    root: ROOT,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: "warn",
    resolve: {
      alias: {
        "@": ROOT,
        // Next's own marker throws outside a server bundle; the command is one by nature.
        "server-only": join(ROOT, "node_modules/server-only/empty.js"),
      },
    },
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: join(ROOT, entry),
      outDir,
      emptyOutDir: false,
      target: "node20",
      minify: true,
      rolldownOptions: { output: names },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !("output" in result)) throw new Error("Vite has built nothing.");
  return result.output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
}

/**
 * @param {string} command folder of the command's package
 * @param {string} letters folder of the package with other letters
 */
function writeFonts(command, letters) {
  for (const file of files) {
    const font = readFileSync(join(FONTS, file));
    if (BASE_FONTS.test(file)) write(join(command, "fonts", file), thinFont(font, wanted(font)));
    if (!OWN_FONTS.test(file)) write(join(letters, "fonts", file), font);
  }
  const isBase = (/** @type {string} */ file) => BASE_FONTS.test(file);
  const isOther = (/** @type {string} */ file) => !OWN_FONTS.test(file);
  write(join(command, "fonts/LICENSES.txt"), fontLicenses(files.filter(isBase)));
  write(join(letters, "fonts/LICENSES.txt"), fontLicenses(files.filter(isOther)));
}

/**
 * The licences of fonts.
 *
 * @param {readonly string[]} of files below {@link FONTS}
 */
export function fontLicenses(of) {
  return [...new Set(of.map((file) => file.split("/")[0] ?? ""))]
    .map((name) => `${name}\n\n${readFileSync(join(FONTS, name, "LICENSE_FONT"), "utf8")}`)
    .join(SEPARATOR);
}

/**
 * The glyphs of a font's Latin, Greek and Cyrillic letters, and of signs, by their code points.
 *
 * @param {Buffer} bytes
 * @returns {Map<number, number>}
 */
function wanted(bytes) {
  const font = opentype.parse(new Uint8Array(bytes).buffer);
  const glyphs = new Map();
  for (let point = 0x20; point < FIRST_WIDE_LETTER; point++) {
    const character = String.fromCodePoint(point);
    const isWanted = LETTER.test(character) || (point < FIRST_CJK_SIGN && SIGN.test(character));
    if (isWanted && font.hasChar(character)) glyphs.set(point, font.charToGlyphIndex(character));
  }
  return glyphs;
}

const SEPARATOR = `\n\n${"-".repeat(80)}\n\n`;

/**
 * The licences of the packages in the bundle.
 *
 * @param {readonly string[]} modules
 */
export function licensesOf(modules) {
  const folders = modules.flatMap(
    (path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    return `${name} ${version} (${license})\n\n${licenseText(folder)}`;
  });
  return texts.join(SEPARATOR);
}

/** @param {string} folder of a package */
function licenseText(folder) {
  // Its package has no text; the source is the same.
  const from = folder.endsWith("/@resvg/resvg-wasm") ? join(dirname(folder), "resvg-js") : folder;
  for (const name of ["LICENSE", "LICENSE.md", "license", "LICENSE.txt"]) {
    try {
      const text = readFileSync(join(from, name), "utf8");
      return from === folder ? text : `Its source: https://github.com/thx/resvg-js\n\n${text}`;
    } catch {
      // Another name, then.
    }
  }
  throw new Error(`${folder} has no licence.`);
}

/**
 * @param {string} folder
 * @param {Record<string, unknown>} about
 */
export function writePackage(folder, about) {
  const { version, license, engines } = packageJson;
  // Private, since the name is not registered: nobody publishes it by mistake.
  const all = { ...about, version, license, engines, private: true, type: "module" };
  write(join(folder, "package.json"), `${JSON.stringify(all, null, 2)}\n`);
  copyFileSync(join(ROOT, "LICENSE"), join(folder, "LICENSE"));
}

/**
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { command, letters } = await buildCli(resolve(ROOT, process.argv[2] ?? "dist"));
  console.log(`The command is in ${command}, other letters are in ${letters}.`);
}
