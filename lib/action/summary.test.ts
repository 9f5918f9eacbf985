import { expect, test } from "vitest";
import type { RunnerEnv } from "@/lib/env";
import { summaryOf } from "./summary";

const env = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "ann/ann",
} as RunnerEnv;

test("pictures of a branch are links, with whether they are new", () => {
  const paths = ["my cards/summary.(1).svg", "share.png"];
  const given = { user: "Ann", paths, changed: ["share.png"], branch: "a/b", trouble: null };
  expect(summaryOf(given, env)).toBe(`### Cards of Ann

- [\`my cards/summary.(1).svg\`](https://github.com/ann/ann/blob/a/b/my%20cards/summary.%281%29.svg): as before
- [\`share.png\`](https://github.com/ann/ann/blob/a/b/share.png): updated

`);
});

test("without a commit there is nothing to link, and trouble is said", () => {
  const given = { user: "Ann", paths: ["a.svg"], changed: [], branch: null };
  expect(summaryOf({ ...given, trouble: "RA is down." }, env)).toBe(`### Cards of Ann

RA is down. The pictures stay as they are.

- \`a.svg\`: as before

`);
});
