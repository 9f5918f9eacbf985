import { expect, test } from "vitest";
import { COMPARE_PARAMETERS, compareQueryOf, parseCompareQuery } from "@/lib/compare/compare-query";
import { compareParameters, readUsers } from "./compare-parameters";
import { readQuery } from "./list-parameters";

const users = (value: string) => readUsers(new URLSearchParams({ users: value }));
const ULID = "01HDEM0AMP11GHTERX0000Z7Q1";

test("two to four users are read, by name or ULID, with blanks or without", () => {
  expect(users("Anna,Bert")).toEqual({ query: ["Anna", "Bert"] });
  expect(users(`Anna, ${ULID} ,Cleo,d4`)).toEqual({ query: ["Anna", ULID, "Cleo", "d4"] });
});

test.each(["", "Anna", "Anna,", ",Anna", "a,b,c,d,e", "aa,bb,cc,dd,ee", "Anna,a!", "Anna;Bert"])(
  "“%s” is refused",
  (value) => {
    expect(users(value)).toEqual({
      errors: [
        {
          name: "users",
          reason: "must be 2 to 4 players, by user name or ULID, with commas between",
        },
      ],
    });
  },
);

test("no users are refused too", () => {
  expect(readUsers(new URLSearchParams())).toHaveProperty("errors");
});

test.each([
  ["who", ["all", "both", "even", "a-ahead", "only-d", "ahead", "e-ahead"]],
  ["system", ["all", "7", "x", "1234567"]],
  ["sort", ["latest", "gap", "race", "title", "system", "unlock_date"]],
  ["q", ["moth"]],
  ["page", ["1", "999999", "0", "1000000", "2x"]],
] as const)("%s is read by the browser as the API describes it", (name, values) => {
  for (const value of values) {
    const isRead =
      parseCompareQuery(new URLSearchParams({ [name]: value }), 4).ignored.length === 0;
    expect(compareParameters[name].safeParse(value).success, value).toBe(isRead);
  }
  expect(COMPARE_PARAMETERS).toContain(name);
});

test("errors of a query depend on the number of players", () => {
  const read = (search: string) => readQuery(compareQueryOf(2), new URLSearchParams(search));
  expect(read("who=b-ahead&page=2")).toMatchObject({ query: { who: "b-ahead", page: 2 } });
  expect(read("who=c-ahead&sort=points&page=x&system=nes")).toEqual({
    errors: [
      expect.objectContaining({
        name: "who",
        allowed: ["all", "both", "a-ahead", "b-ahead", "even", "only-a", "only-b"],
      }),
      expect.objectContaining({ name: "system", reason: expect.stringContaining("number") }),
      expect.objectContaining({
        name: "sort",
        allowed: ["latest", "gap", "race", "title", "system"],
      }),
      expect.objectContaining({ name: "page", reason: expect.stringContaining("999999") }),
    ],
  });
});
