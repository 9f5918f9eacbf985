import { expect, test } from "vitest";
import type { RunnerEnv } from "@/lib/env";
import { readInputs } from "./inputs";

const KEY = "a-secret-key";
const read = (changed: Partial<RunnerEnv> = {}) =>
  readInputs({
    INPUT_USER: "Wilma",
    INPUT_KEY: KEY,
    INPUT_CARDS: "profile/summary.svg?theme=dark\n",
    INPUT_COMMIT: "true",
    INPUT_BRANCH: "",
    GITHUB_WORKSPACE: "/workspace",
    GITHUB_REF: "refs/heads/a/main",
    GITHUB_REPOSITORY: "",
    GITHUB_SERVER_URL: "",
    GITHUB_OUTPUT: "",
    GITHUB_STEP_SUMMARY: "",
    ...changed,
  });

test("cards go to the branch of the run, or to that of the input", () => {
  const { cards, ...rest } = read({ INPUT_KEY: ` ${KEY}\n` });
  expect(rest).toEqual({ user: "Wilma", key: KEY, branch: "a/main" });
  expect(cards[0]).toMatchObject({ path: "profile/summary.svg", url: { format: "svg" } });
  expect(read({ INPUT_BRANCH: "cards", GITHUB_REF: "refs/pull/1/merge" }).branch).toBe("cards");
});

test("commit is a boolean of YAML", () => {
  for (const text of ["false", "False", "FALSE"])
    expect(read({ INPUT_COMMIT: text }).branch).toBeNull();
  for (const text of ["", "True"]) expect(read({ INPUT_COMMIT: text }).branch).toBe("a/main");
  expect(() => read({ INPUT_COMMIT: "no" })).toThrow("it is true or false");
  // Without a commit no branch is needed.
  expect(read({ INPUT_COMMIT: "false", GITHUB_REF: "refs/tags/v1" }).branch).toBeNull();
});

test.each([
  "/etc/summary.svg",
  "../summary.svg",
  "a/../../summary.svg",
  "./summary.svg",
  "a//summary.svg",
  ".git/summary.svg",
  "a/.GIT/hooks/summary.svg",
  "C:/summary.svg",
  "a\\summary.svg",
  'a"b/summary.svg',
  "a\tb/summary.svg",
])("%j is refused as a file", (path) => {
  expect(() => read({ INPUT_CARDS: path })).toThrow("inside the workspace");
});

test("errors say what is wrong, and none has the key", () => {
  const wrong: Partial<RunnerEnv>[] = [
    { INPUT_USER: "" },
    { INPUT_USER: "not a name" },
    { INPUT_KEY: " " },
    { INPUT_CARDS: "" },
    { INPUT_CARDS: "profile/week.svg" },
    { GITHUB_REF: "refs/tags/v1" },
  ];
  for (const given of wrong) {
    expect(() => read(given)).toThrow(expect.objectContaining({ name: "CommandError" }));
    expect(() => read(given)).not.toThrow(KEY);
  }
  expect(() => read({ INPUT_USER: "" })).toThrow("“user” is empty");
});
