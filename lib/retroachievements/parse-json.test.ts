import { expect, test } from "vitest";
import { parseJson } from "./parse-json";

const parse = (text: string, mostValues = 1000) => parseJson(Buffer.from(text), mostValues);
const errorOf = (text: string, mostValues?: number) => {
  try {
    return parse(text, mostValues);
  } catch (error) {
    return error;
  }
};

test.each([
  "{}",
  '{"Results":[{"Title":"Étoile, [1] {2} \\"3\\" \\\\","Award":null},{"Title":""}]}',
  '"\\\\"',
  "-1.5",
])("%s is parsed as by JSON.parse", (text) => {
  expect(parse(text)).toEqual(JSON.parse(text));
});

test("brackets and commas in strings are not counted", () => {
  const text = JSON.stringify("[{,".repeat(10_000));
  expect(parse(text, 2)).toBe(JSON.parse(text));
});

test.each([
  ["elements", `[${"0,".repeat(1000)}0]`],
  ["empty objects", `[${"{},".repeat(600)}{}]`],
  ["members", `{${Array.from({ length: 1001 }, (_, at) => `"${at}":0`)}}`],
  ["lists in each other", `${"[".repeat(17)}${"]".repeat(17)}`],
])("too many %s are an invalid answer about a player", (_, text) => {
  expect(errorOf(text)).toMatchObject({ code: "invalid-response", about: "player" });
});

test("an HTML page is an invalid answer about all players, however long", () => {
  const style = "p{margin:0,0;color:red}".repeat(2000);
  expect(errorOf(`\n <!doctype html><style>${style}</style>`)).toMatchObject({ about: "all" });
});

test.each(["", "<html>", '{"a":', '"a', '{"a":"\\'])("%j is not JSON", (text) => {
  expect(errorOf(text)).toMatchObject({ code: "invalid-response", about: "all" });
});

test("two megabytes of brackets are refused quickly", () => {
  const body = Buffer.from("[".repeat(2_000_000));
  const started = performance.now();
  expect(() => parseJson(body, 32_000)).toThrow();
  expect(performance.now() - started).toBeLessThan(100);
});
