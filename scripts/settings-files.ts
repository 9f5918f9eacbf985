import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { distance } from "fastest-levenshtein";
import type { Finding } from "./findings";

const ABOUT = "Files";
/** Settings whose value is a secret: it is copied from elsewhere, and never printed. */
const SECRETS = ["RA_WEB_API_KEY", "KV_REST_API_TOKEN", "CRON_SECRET", "METRICS_TOKEN"];
/** Names that other tools use for the same thing and that resemble ours too little to be recognized. */
const OTHER_NAMES: Record<string, string> = {
  UPSTASH_REDIS_REST_URL: "KV_REST_API_URL",
  UPSTASH_REDIS_REST_TOKEN: "KV_REST_API_TOKEN",
};
/** Names that resemble a setting and mean something else: Vercel sets this redis:// address beside the REST one. */
const UNRELATED = ["KV_URL"];
/** One letter in this many may differ in a misspelled setting … */
const LETTERS_PER_TYPO = 5;
/** … and no more letters than this. */
const MOST_TYPOS = 2;
/** The environment has names of other programs: shorter ones than this say too little. */
const LEAST_LETTERS = 8;

type Source = Record<string, string | undefined>;

/** A line `NAME=value` of a file of settings, as it is written there. */
interface Line {
  name: string;
  value: string;
}

/**
 * The names of all settings.
 *
 * @param folder the repository's root, whose `.env.example` lists them
 */
export function settingNames(folder: string): string[] {
  const example = readFileSync(join(folder, ".env.example"), "utf8");
  return [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name = ""]) => name);
}

/**
 * Examines files of settings for what makes a setting go unnoticed: a file in UTF-16, a misspelled name, and a secret
 * that was not copied well. No value is part of a text.
 *
 * @param paths the files that were read, as they are on disk
 * @param source the settings as they were read, and the rest of the environment
 * @param known the names of all settings
 */
export function* checkSettingsFiles(
  paths: readonly string[],
  source: Source,
  known: readonly string[],
): Generator<Finding> {
  const names = paths.map((path) => basename(path));
  yield {
    state: "ok",
    about: ABOUT,
    text:
      names.length > 0
        ? `settings are read from ${names.join(", ")} and from the environment.`
        : "there is no .env.local or .env: settings are only read from the environment.",
  };
  const lines: Line[] = [];
  for (const [index, path] of paths.entries()) {
    const bytes = readFileSync(path);
    if (isUtf16(bytes)) {
      yield {
        state: "problem",
        about: ABOUT,
        text: `${names[index]} is saved as UTF-16, so it cannot be read.`,
        fix: "Save it as UTF-8: in Notepad under “Encoding”; in PowerShell with Out-File -Encoding utf8.",
      };
    } else {
      lines.push(...linesOf(bytes.toString("utf8")));
    }
  }
  yield* checkNames(new Set(lines.map(({ name }) => name)), source, known);
  for (const name of SECRETS) yield* checkSecret(name, source[name], lines);
}

/** UTF-16 has a mark at its start, or a zero in every other byte of plain letters. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString("hex");
  return mark === "fffe" || mark === "feff" || bytes.includes(0);
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/gm)].map(
    ([, name = "", value = ""]) => ({ name, value }),
  );
}

/** @param inFiles the names in the files */
function* checkNames(
  inFiles: ReadonlySet<string>,
  source: Source,
  known: readonly string[],
): Generator<Finding> {
  for (const name of new Set([...inFiles, ...Object.keys(source)])) {
    if (known.includes(name) || UNRELATED.includes(name)) continue;
    const meant = settingMeantBy(name, known, inFiles.has(name));
    if (meant === null || source[meant]) continue;
    yield {
      state: "problem",
      about: ABOUT,
      text: `${name} is set, but this site has no such setting.`,
      fix: `Rename it to ${meant} if that is what you mean.`,
    };
  }
}

/** The one setting that a name resembles; null if it resembles none, or several alike. */
function settingMeantBy(name: string, known: readonly string[], isInFile: boolean): string | null {
  if (OTHER_NAMES[name]) return OTHER_NAMES[name];
  const words = wordsOf(name);
  const near = known.filter((setting) => {
    if (distance(words.join("_"), setting) <= typosIn(setting, isInFile)) return true;
    const all = wordsOf(setting);
    const hasPrefix = isInFile || words[0] === "RA";
    return hasPrefix && words.length > 1 && words.every((word) => all.includes(word));
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** How many letters may differ from a setting; less than 0: none, and no other case either. */
function typosIn({ length }: string, isInFile: boolean): number {
  if (!isInFile) return length >= LEAST_LETTERS ? 1 : -1;
  return Math.min(MOST_TYPOS, Math.floor(length / LETTERS_PER_TYPO));
}

function wordsOf(name: string): string[] {
  return name
    .toUpperCase()
    .replace(/^RETRO_?ACHIEVEMENTS/, "RA")
    .split("_");
}

function* checkSecret(
  name: string,
  value: string | undefined,
  lines: readonly Line[],
): Generator<Finding> {
  if (lines.some((line) => line.name === name && /(?<!\\)\$/.test(line.value))) {
    yield {
      state: "problem",
      about: ABOUT,
      text: `${name} has a $ in it, and text after a $ is read as the name of another variable.`,
      fix: "Write \\$ instead of $, or copy it again if it has none.",
    };
  }
  if (value && /[\s"'`“”‘’„‚«»]/.test(value)) {
    yield {
      state: "problem",
      about: ABOUT,
      text: `${name} has a space or a quotation mark in it.`,
      fix: "Copy it again, without what stands around it.",
    };
  }
}
