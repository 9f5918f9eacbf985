import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the action's tag has beside `dist/action`. */
const ACTION_FILES = ["action.yml", "LICENSE"];

/** The tag that workflows name. It moves to the newest release. */
export const ACTION_TAG = "v1";

/**
 * Runs git in a folder.
 *
 * @param {string} root
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] in addition to this process's own
 * @returns {string} what it printed
 * @throws if git fails
 */
export function git(root, args, env = {}) {
  const all = { ...process.env, ...env };
  return execFileSync("git", ["-C", root, ...args], { encoding: "utf8", env: all }).trim();
}

/**
 * Names the version in package.json, package-lock.json and CHANGELOG.md, with the day in the changelog, commits that
 * if it changes something, and tags the commit `v{version}`. Changes nothing if it throws.
 *
 * @param {string} root of the repository
 * @param {string} version such as `1.2.3`
 * @param {string} day such as `2026-11-30`
 * @throws if the version is malformed or released, the changelog has no section for it, or files are changed
 */
export function tagRelease(root, version, day) {
  const tag = `v${version}`;
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`${version} is not a version such as 1.2.3.`);
  if (git(root, ["status", "--porcelain"]) !== "")
    throw new Error("There are uncommitted changes.");
  if (git(root, ["tag", "--list", tag]) !== "") throw new Error(`${tag} is released already.`);
  const path = join(root, "CHANGELOG.md");
  const changelog = readFileSync(path, "utf8");
  // The newest section comes first.
  const [heading = "", named, date] = /^## \[(.+?)\] - (.+)$/m.exec(changelog) ?? [];
  if (named !== version) throw new Error(`CHANGELOG.md has no section for ${version} at its top.`);
  if (date === "Unreleased") {
    writeFileSync(path, changelog.replace(heading, `## [${version}] - ${day}`));
  }
  for (const file of ["package.json", "package-lock.json"]) writeVersion(join(root, file), version);
  if (git(root, ["status", "--porcelain"]) !== "") {
    git(root, ["commit", "--quiet", "--all", "--message", `Release ${version}`]);
  }
  git(root, ["tag", "--annotate", tag, "--message", `Longplay ${version}`]);
}

/**
 * @param {string} path of package.json or package-lock.json
 * @param {string} version
 */
function writeVersion(path, version) {
  const content = JSON.parse(readFileSync(path, "utf8"));
  content.version = version;
  const own = content.packages?.[""];
  if (own) own.version = version;
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * Moves {@link ACTION_TAG} to a new commit on top of the release, which has the action's program, and nothing that it
 * does not need. Branches, the index and the working tree stay as they are.
 *
 * @param {string} root of the repository, with `dist/action`
 * @param {string} version a release
 */
export function tagAction(root, version) {
  const folder = mkdtempSync(join(tmpdir(), "longplay-release-"));
  try {
    const index = { GIT_INDEX_FILE: join(folder, "index") };
    git(root, ["add", "--force", "--", ...ACTION_FILES, "dist/action"], index);
    const tree = git(root, ["write-tree"], index);
    const release = git(root, ["rev-parse", `v${version}^{commit}`]);
    const message = `Add the built action of ${version}`;
    const commit = git(root, ["commit-tree", tree, "-p", release, "-m", message]);
    git(root, ["tag", "--force", ACTION_TAG, commit]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
