import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { type BuiltAction, buildAction, makeRepository, type TestRepository } from "./test-runner";

const SVG = "profile/summary.svg";
const PNG = "profile/recent.png";
const BOTH = `${SVG}?theme=light\n${PNG}?scale=2\n`;

let action: BuiltAction;
let repository: TestRepository;
const logs: string[] = [];
const run = async (inputs: Record<string, string> = {}, more: Record<string, string> = {}) => {
  const given = { user: "Wilma", key: KEY, cards: SVG, commit: "true", ...inputs };
  const ran = await repository.run(given, {
    RA_API_BASE_URL: standIn.url,
    RA_MEDIA_BASE_URL: standIn.mediaUrl,
    ...more,
  });
  logs.push(ran.log);
  return ran;
};
const play = (games: number) => standIn.setPlayer(aWirePlayer({ name: "Wilma", games }));

beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());
beforeEach(() => {
  repository = makeRepository(action);
  play(30);
});
afterEach(() => {
  repository.remove();
  for (const log of logs.splice(0))
    expect(log.replace(`::add-mask::${KEY}\n`, "")).not.toContain(KEY);
});

test("pictures are committed once, and again only for new values", async () => {
  const first = await run({ cards: BOTH });
  expect(standIn.count("profile")).toBe(1);
  expect(standIn.calls()[0]?.userAgent).toMatch(/^Longplay\/[\d.]+ \(\+action\)$/);
  expect(first.log).toMatch(new RegExp(`^::add-mask::${KEY}\n`));
  expect(first).toMatchObject({
    code: 0,
    outputs: { changed: "true", paths: `${SVG}\n${PNG}` },
  });
  expect(first.log).not.toMatch(/::(error|warning)::/);
  expect(first.summary).toContain(
    `[\`${SVG}\`](https://github.com/somebody/somebody/blob/main/${SVG}): updated`,
  );
  expect(repository.commits()).toBe(2);
  expect(repository.remote("log", "-1", "--format=%an: %s", "main")).toBe(
    "github-actions[bot]: Update cards of Wilma on RetroAchievements",
  );
  expect(repository.remote("ls-tree", "-r", "--name-only", "main").split("\n")).toEqual([
    "README.md",
    PNG,
    SVG,
  ]);
  for (const path of [SVG, PNG]) {
    expect(repository.file(path).equals(readFileSync(join(repository.workspace, path)))).toBe(true);
  }
  expect(repository.file(SVG).toString()).toMatch(/^<svg .*<title>Wilma<\/title>/);
  expect(repository.file(PNG).subarray(1, 4).toString()).toBe("PNG");

  const second = await run({ cards: BOTH });
  expect(second).toMatchObject({ code: 0, outputs: { changed: "false", paths: "" } });
  expect(second.summary).toContain("as before");
  expect(repository.commits()).toBe(2);

  play(31);
  const more = await run({ cards: `${SVG}?theme=light\n${PNG}?scale=2\n# more\nshare.svg` });
  expect(more.outputs.paths?.split("\n")).toContain("share.svg");
  expect(repository.commits()).toBe(3);
  // Other options are another picture.
  expect((await run({ cards: `${SVG}?theme=dark` })).outputs.paths).toBe(SVG);
});

test("a picture that lacks an image is a warning, and replaced once the image is there", async () => {
  standIn.fail("not-found", { endpoint: "media" });
  const first = await run();
  expect(first.log).toMatch(/::warning::\d+ images? could not be embedded\./);
  expect(first.outputs.changed).toBe("true");
  standIn.reset();
  play(30);
  expect((await run()).outputs.changed).toBe("true");
});

test.each(["unavailable", "refuse"] as const)(
  "RA that is %s leaves the pictures, with a warning",
  async (mode) => {
    repository.commitElsewhere("summary.svg", "<svg/>");
    standIn.fail(mode);
    const { code, log, outputs, summary } = await run({ cards: "summary.svg" });
    expect({ code, outputs }).toEqual({ code: 0, outputs: { changed: "false", paths: "" } });
    expect(log).toMatch(/^::warning::RetroAchievements .* The pictures stay as they are\.$/m);
    expect(summary).toContain("[`summary.svg`](https://github.com/somebody/somebody/blob/main/");
    expect(repository.commits()).toBe(2);
    expect(repository.file("summary.svg").toString()).toBe("<svg/>");
  },
);

test.each([
  ["a wrong key", { key: `not-${KEY}` }, "RetroAchievements rejects the key."],
  ["an unknown user", { user: "Nobody7" }, "no player Nobody7"],
  ["no key", { key: "" }, "The input “key” is empty."],
  ["a list that is wrong", { cards: "profile/sumary.svg" }, "Line 1, profile/sumary.svg: "],
  ["a file outside", { cards: "../summary.svg" }, "../summary.svg: a file is inside the workspace"],
])("%s fails in words", async (_, inputs, words) => {
  const { code, log, outputs } = await run(inputs);
  expect({ code, outputs }).toEqual({ code: 1, outputs: {} });
  expect(log).toContain("::error::");
  expect(log.replaceAll(`not-${KEY}`, "")).toContain(words);
  expect(repository.commits()).toBe(1);
  logs.length = 0;
});

test("a folder that is a link is refused before RA is asked", async () => {
  mkdirSync(join(repository.workspace, "../outside"));
  symlinkSync("../outside", join(repository.workspace, "profile"));
  const { code, log } = await run();
  expect(code).toBe(1);
  expect(log).toContain("::error::profile/summary.svg: “profile” is in the way");
  expect(standIn.calls()).toEqual([]);
});

test("a branch that has moved on keeps what others committed", async () => {
  repository.commitElsewhere("other.txt", "theirs");
  expect(await run()).toMatchObject({ code: 0, outputs: { changed: "true" } });
  expect(repository.commits()).toBe(3);
  expect(repository.file("other.txt").toString()).toBe("theirs");
});

test("a branch that moves on while the action pushes is tried again", async () => {
  // The server refuses the first push as it does after somebody else's, which this hook makes.
  const hook = join(repository.workspace, ".git/hooks/pre-push");
  const elsewhere = join(repository.workspace, "../elsewhere");
  const commands = [
    "#!/bin/sh",
    'rm "$0"',
    `cd ${elsewhere}`,
    "unset GIT_DIR",
    "git -c user.name=S -c user.email=s@example.com commit --quiet --allow-empty --message theirs",
    "git push --quiet origin main",
  ];
  writeFileSync(hook, commands.join("\n"), { mode: 0o755 });
  expect(await run()).toMatchObject({ code: 0, outputs: { changed: "true" } });
  expect(existsSync(hook)).toBe(false);
  expect(repository.remote("log", "--format=%s", "main").split("\n")).toEqual([
    "Update cards of Wilma on RetroAchievements",
    "theirs",
    "README.md",
  ]);
});

test("a server that refuses to be pushed to fails in words", async () => {
  const hook = join(repository.workspace, "../server.git/hooks/pre-receive");
  writeFileSync(hook, "#!/bin/sh\necho protected\nexit 1\n", { mode: 0o755 });
  const { code, log } = await run();
  expect(code).toBe(1);
  expect(log).toMatch(/::error::The pictures could not be pushed\..*permissions: contents: write/);
  expect(log).toContain("protected");
});

test("without commit the files are written only", async () => {
  expect((await run({ commit: "false" })).outputs).toEqual({ changed: "true", paths: SVG });
  expect(repository.commits()).toBe(1);
  expect(repository.git("status", "--porcelain", "-uall")).toContain(SVG);
  expect((await run({ commit: "false" })).outputs.changed).toBe("false");
});

test("another branch has the pictures alone, and begins without a parent", async () => {
  const inputs = { branch: "cards" };
  const { outputs, summary } = await run(inputs);
  expect(outputs.changed).toBe("true");
  expect(summary).toContain(`/blob/cards/${SVG}`);
  expect(repository.commits()).toBe(1);
  expect(repository.commits("cards")).toBe(1);
  expect(repository.remote("ls-tree", "-r", "--name-only", "cards").split("\n")).toEqual([SVG]);
  expect(repository.git("rev-parse", "--abbrev-ref", "HEAD")).toBe("main");
  expect((await run(inputs)).outputs.changed).toBe("false");
  expect(repository.commits("cards")).toBe(1);
});

test("a run of a tag needs a branch, and a workspace a repository", async () => {
  const { log } = await run({}, { GITHUB_REF: "refs/tags/v1" });
  expect(log).toContain("::error::This run is of refs/tags/v1, so the input “branch”");
  const folder = join(repository.workspace, "../none");
  mkdirSync(folder);
  expect((await run({}, { GITHUB_WORKSPACE: folder })).log).toContain("actions/checkout");
});
