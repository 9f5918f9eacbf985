import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseSync } from "vite";

// `npm run count-lines`: lines of `app`, `lib` and the root's files that are neither blank, comments nor tests.
// `npm run count-lines -- FOLDER` counts there instead, for example in a worktree of an older commit.

const TEST = /\.test\.tsx?$|(^|\/)test-[^/]+$/;

/**
 * Replaces each comment by as many line breaks as it has.
 *
 * @param {string} file
 * @param {string} text
 */
function withoutComments(file, text) {
  if (file.endsWith(".css")) return text.replace(/\/\*.*?\*\//gs, blank);
  let result = "";
  let end = 0;
  for (const comment of parseSync(file, text).comments) {
    result += text.slice(end, comment.start) + blank(text.slice(comment.start, comment.end));
    end = comment.end;
  }
  return result + text.slice(end);
}

/** @param {string} comment */
const blank = (comment) => comment.replace(/[^\n]/g, "");

/**
 * @param {string} file
 * @param {string} text
 */
function countLines(file, text) {
  // A comment in JSX leaves its pair of braces.
  return withoutComments(file, text)
    .split("\n")
    .filter((line) => !["", "{}"].includes(line.trim())).length;
}

const folder = process.argv[2] ?? ".";
const files = execFileSync("git", ["ls-files"], { cwd: folder, encoding: "utf8" }).split("\n");

/** @type {Record<string, { files: number, lines: number }>} */
const counts = {};
for (const file of files) {
  const area = file.includes("/") ? file.slice(0, file.indexOf("/")) : "root";
  if (!["app", "lib", "root"].includes(area) || TEST.test(file)) continue;
  if (!/\.(ts|tsx|js|mjs|css)$/.test(file)) continue;
  const row = `${area}${file.endsWith(".css") ? " (CSS)" : ""}`;
  counts[row] ??= { files: 0, lines: 0 };
  counts[row].files += 1;
  counts[row].lines += countLines(file, readFileSync(`${folder}/${file}`, "utf8"));
}
console.table(counts);
const code = Object.entries(counts).filter(([row]) => !row.endsWith("(CSS)"));
console.log(
  `${code.reduce((sum, [, { lines }]) => sum + lines, 0)} lines of TypeScript and JavaScript`,
);
