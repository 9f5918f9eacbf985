import fc from "fast-check";
import { expect, test } from "vitest";
import { LIST_PARAMETERS, parseListQuery } from "@/lib/progress/list-query";
import { allowedValues, invalidListParameter, listParameters } from "./list-parameters";

const SAMPLES = [
  ...[
    "all",
    "eq-mastered",
    "almost-there",
    "EQ-mastered",
    "-pct_won",
    "game_title",
    "7",
    "1234567",
  ],
  ...[
    "0",
    "1",
    "01",
    "999999",
    "1000000",
    "-1",
    "1.5",
    "2024",
    "2024-02-29",
    "2023-02-29",
    "2024-13",
  ],
  ...[
    "2024-03..2024-08",
    "2024-08..2024-03",
    "2024..2025..2026",
    "24",
    "1,2,3",
    "1,2,",
    "12345678",
  ],
];

test.each(LIST_PARAMETERS)("%s takes what the page's list takes, and nothing else", (name) => {
  const agrees = (text: string) => {
    const { ignored } = parseListQuery(new URLSearchParams({ [name]: text }));
    expect(listParameters[name].safeParse(text).success, text).toBe(ignored.length === 0);
  };
  SAMPLES.forEach(agrees);
  // A blank value counts as none given, and blanks around one do not count.
  const typed = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^[\d.,-]{1,12}$/),
    fc.constantFrom(...SAMPLES),
  );
  fc.assert(
    fc.property(
      typed.filter((text) => text !== "" && text === text.trim()),
      agrees,
    ),
  );
});

test("a bad value is told all values that there are, or what form they have", () => {
  const { name, reason, allowed } = invalidListParameter("sort");
  expect(name).toBe("sort");
  expect(allowed).toEqual([
    "unlock_date",
    "-unlock_date",
    "pct_won",
    "-pct_won",
    "game_title",
    "-game_title",
  ]);
  expect(reason).toBe(`must be one of ${allowed?.join(", ")}`);
  expect(invalidListParameter("system")).toEqual({
    name: "system",
    reason: expect.stringMatching(/^must be all, or the number/),
  });
  for (const each of ["awarded", "active", "page", "shelf"]) {
    expect(invalidListParameter(each).reason).toMatch(/^must be /);
  }
});

test("only a list of values is one", () => {
  expect(allowedValues(listParameters.status)).toContain("eq-revised");
  expect(allowedValues(listParameters.page)).toBeUndefined();
});
