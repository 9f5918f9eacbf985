import { expect, test } from "vitest";
import { noAnswerPage } from "./no-answer";
import { notServedPage } from "./not-served";
import { unknownPlayerPage } from "./unknown-player";

test.each([
  ["nobody has that name", unknownPlayerPage],
  ["that player is not shown", notServedPage],
  [
    "nobody answers",
    (user: string) => noAnswerPage({ user, code: "unavailable", retryAfterSeconds: null }),
  ],
])("what was typed stays in the field when %s", (_, page) => {
  expect(page("Mistyped")).toContain('name="user" value="Mistyped"');
});
