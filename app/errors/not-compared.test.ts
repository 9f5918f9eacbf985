import { expect, test } from "vitest";
import { notComparedPage } from "./not-compared";

const base = { users: ["Anna", "Mistyped"], wrong: ["Mistyped"], retryAfterSeconds: null };

/** The fields of a page's comparison form: what stands in them, and whether it is marked as wrong. */
const fields = (page: string) =>
  [...page.matchAll(/id="compare-\d" [^>]*value="([^"]*)"([^>]*)>/g)].map(([, value, marks]) => [
    value,
    marks?.includes('aria-invalid="true"'),
  ]);

test("who is unknown is told, and both stand in the form", () => {
  const page = notComparedPage({ ...base, code: "player-not-found" });
  expect(page).toContain("no player called <strong>Mistyped</strong>");
  expect(page).not.toContain("no player called <strong>Anna</strong>");
  expect(fields(page)).toEqual([
    ["Anna", false],
    ["Mistyped", true],
  ]);
  expect(page.match(/ autofocus/g)).toHaveLength(1);
});

test("two who are unknown are both told", () => {
  const page = notComparedPage({
    ...base,
    users: ["Aa", "Bb", "Cc"],
    wrong: ["Aa", "Cc"],
    code: "player-not-found",
  });
  expect(page).toContain("<strong>Aa</strong>");
  expect(page).toContain("<strong>Cc</strong>");
  expect(fields(page).map(([, isWrong]) => isWrong)).toEqual([true, false, true]);
});

test("what cannot be a name stands in the form as it was typed, as text", () => {
  const typed = '"><b>';
  const page = notComparedPage({
    ...base,
    users: ["Anna", encodeURIComponent(typed)],
    wrong: [encodeURIComponent(typed)],
    code: "invalid-user",
  });
  expect(page).toContain("has 2 to 20 letters and digits");
  expect(fields(page)).toEqual([
    ["Anna", false],
    ["&quot;&gt;&lt;b&gt;", true],
  ]);
});

test("who is not shown here is told", () => {
  const page = notComparedPage({ ...base, code: "player-not-served" });
  expect(page).toContain("<strong>Mistyped</strong> is none of them");
  expect(fields(page)).toEqual([
    ["Anna", false],
    ["Mistyped", true],
  ]);
});

test("all who are not shown here are told", () => {
  const wrong = ["Mistyped", "Other"];
  const page = notComparedPage({
    ...base,
    users: ["Anna", ...wrong],
    wrong,
    code: "player-not-served",
  });
  expect(page).toContain("<strong>Mistyped</strong> and <strong>Other</strong> are none of them");
});

test("what has to be waited for is tried again at its own address", () => {
  const page = notComparedPage({ ...base, code: "busy", retryAfterSeconds: 40 });
  expect(page).toContain('href="/compare/Anna/Mistyped"');
  expect(page).toContain("nothing kept here about <strong>Mistyped</strong>");
  expect(page).toContain('content="40"');
  expect(fields(page).map(([value]) => value)).toEqual(["Anna", "Mistyped"]);
});
