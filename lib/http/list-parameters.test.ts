import fc from "fast-check";
import { expect, test } from "vitest";
import { LIST_PARAMETERS, LIST_QUERY, parseListQuery } from "@/lib/progress/list-query";
import { listParameters, readQuery } from "./list-parameters";

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

test.each(LIST_PARAMETERS)("%s is described as it is read", (name) => {
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

const read = (search: string) => readQuery(LIST_QUERY, new URLSearchParams(search));

test("a good query is read", () => {
  expect(read("status=eq-revised&page=2")).toMatchObject({
    query: { status: "eq-revised", page: 2 },
  });
});

test("each bad value is an error, with all allowed values or their format", () => {
  expect(read("page=0&sort=title&system=NES&q=x")).toEqual({
    errors: [
      {
        name: "system",
        reason: "must be all, or the number of a system as RetroAchievements has it: 7 is NES",
      },
      {
        name: "sort",
        reason:
          "must be one of unlock_date, -unlock_date, pct_won, -pct_won, game_title, -game_title, playtime, -playtime, time_to_master, -time_to_master, points, -points, rarity, -rarity",
        allowed: [
          "unlock_date",
          "-unlock_date",
          "pct_won",
          "-pct_won",
          "game_title",
          "-game_title",
          "playtime",
          "-playtime",
          "time_to_master",
          "-time_to_master",
          "points",
          "-points",
          "rarity",
          "-rarity",
        ],
      },
      { name: "page", reason: "must be a whole number from 1 to 999999" },
    ],
  });
  for (const name of ["awarded", "active"]) {
    expect(read(`${name}=x`)).toEqual({
      errors: [{ name, reason: expect.stringMatching(/^must be /) }],
    });
  }
});
