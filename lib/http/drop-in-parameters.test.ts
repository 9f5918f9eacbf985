import { expect, test } from "vitest";
import { parseDropInParameters, summarize } from "./drop-in-parameters";

const parse = (query: string) => parseDropInParameters(new URLSearchParams(query));
const errorsOf = (query: string) => {
  const read = parse(query);
  return "errors" in read ? read.errors : {};
};

test("a name or a ULID, a count and an offset are read", () => {
  expect(parse("u=Ties")).toEqual({ query: { user: "Ties", page: { count: 100, offset: 0 } } });
  expect(parse("u=Ties&c=500&o=12345")).toEqual({
    query: { user: "Ties", page: { count: 500, offset: 12_345 } },
  });
  expect(parse(`u=${"a".repeat(26)}`)).toMatchObject({ query: { user: "a".repeat(26) } });
});

test("values are trimmed, an empty one is its default, and the last of a repeated one counts", () => {
  const first = { query: { user: "Ties", page: { count: 5, offset: 0 } } };
  expect(parse("u=+Ties%E2%80%8B&c=%095+&o=")).toEqual(first);
  expect(parse("u=a!&u=Ties&c=900&c=5&o=x&o=+")).toEqual(first);
  expect(errorsOf("u=Ties&c=5&c=900")).toEqual({ c: ["The c must not be greater than 500."] });
});

test.each([
  ["+5", 5],
  ["%2B5", 5],
  ["500", 500],
])("c=%s is %i", (value, count) => {
  expect(parse(`u=Ties&c=${value}`)).toMatchObject({ query: { page: { count } } });
});

test.each(["0", "%2B0", "-0", "9223372036854775807"])("o=%s is an offset", (value) => {
  expect(errorsOf(`u=Ties&o=${value}`)).toEqual({});
});

const INTEGER = "The c must be an integer.";
const LEAST = "The c must be at least 1.";
const MOST = "The c must not be greater than 500.";

test.each([
  ["05", [INTEGER]],
  ["%2B05", [INTEGER]],
  ["abc", [INTEGER]],
  ["0x10", [INTEGER]],
  ["5.0", [INTEGER]],
  ["0.5", [INTEGER, LEAST]],
  ["1e3", [INTEGER, MOST]],
  ["99999999999999999999", [INTEGER, MOST]],
  ["x".repeat(501), [INTEGER, MOST]],
  ["0", [LEAST]],
  ["-1", [LEAST]],
  ["501", [MOST]],
])("c=%s is refused in RA's words", (value, problems) => {
  expect(errorsOf(`u=Ties&c=${value}`)).toEqual({ c: problems });
});

const LENGTH = "The u must be between 2 and 20 characters when providing a username.";

test.each([
  ["", "The u field is required."],
  ["u=", "The u field is required."],
  ["u=+%09", "The u field is required."],
  ["u=a", LENGTH],
  [`u=${"a".repeat(21)}`, LENGTH],
  ["u=!", LENGTH],
  ["u=a!", "The u may only contain letters and numbers."],
  ["u=%C3%A9%C3%A9", "The u may only contain letters and numbers."],
  [`u=${"a".repeat(25)}!`, "The u must be a valid ULID."],
])("%j is refused in RA's words", (query, problem) => {
  expect(errorsOf(query)).toEqual({ u: [problem] });
});

test("a summary counts the problems after the first, in RA's order of parameters", () => {
  expect(summarize(errorsOf("u=a!"))).toBe("The u may only contain letters and numbers.");
  expect(summarize(errorsOf("c=501&o=-1&u=Ties"))).toBe(
    "The o must be at least 0. (and 1 more error)",
  );
  expect(summarize(errorsOf("c=0.5&o=-1"))).toBe("The u field is required. (and 3 more errors)");
});
