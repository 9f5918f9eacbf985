import { expect, test } from "vitest";
import { readPage } from "./page-parameters";

const parse = (text: string) => {
  const read = readPage(new URLSearchParams(text));
  return "errors" in read ? { page: null, errors: read.errors } : { page: read.query, errors: [] };
};

test("defaults to the first 100", () => {
  expect(parse("")).toEqual({ page: { count: 100, offset: 0 }, errors: [] });
  expect(parse("c=&o=").errors).toEqual([]);
});

test("the long name takes precedence over the short one", () => {
  expect(parse("count=5&c=6&o=7").page).toEqual({ count: 5, offset: 7 });
});

test("RA's smallest and largest page are allowed", () => {
  expect(parse("c=1&o=0")).toEqual({ page: { count: 1, offset: 0 }, errors: [] });
  expect(parse("c=500&o=12345")).toEqual({ page: { count: 500, offset: 12345 }, errors: [] });
});

test.each(["c=0", "c=501", "c=ten", "c=1.5", "o=-1", "offset=1e3", "o=99999999999999999999"])(
  "%s is refused under the name it was given by",
  (query) => {
    const { errors } = parse(query);
    expect(errors.map((error) => error.name)).toEqual([query.split("=")[0]]);
  },
);

test("every bad parameter is named", () => {
  expect(parse("count=0&offset=-2").errors).toEqual([
    { name: "count", reason: "must be at least 1" },
    { name: "offset", reason: "must be at least 0" },
  ]);
  expect(parse("c=501&o=1.5").errors).toEqual([
    { name: "c", reason: "must not be greater than 500" },
    { name: "o", reason: "must be an integer" },
  ]);
});
