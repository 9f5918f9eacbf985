import { expect, test } from "vitest";
import { commonOptions } from "@/lib/cards/options";
import { type ChoiceRules, checkChoice, readChoice } from "./card-choice";
import { optionPatterns } from "./option-patterns";

const color = optionPatterns(commonOptions.ink);
const RULES: ChoiceRules = {
  ranges: {
    width: { min: 400, default: 495, max: 900 },
    radius: { min: 0, default: 12, max: 40 },
  },
  colors: { bg: optionPatterns(commonOptions.bg), ink: color, soft: color, line: color },
  games: null,
  years: null,
  beside: null,
};
const GAMES = [
  { id: 7, title: "Garden & Navigator II" },
  { id: 9, title: "Garden & Navigator" },
];

test("a valid choice is unchanged", () => {
  const choice = { card: "summary", theme: "grape", width: "400", radius: "0", ink: "#a00" };
  expect(checkChoice(choice, RULES)).toEqual({ good: choice, bad: {} });
});

test("an invalid or out-of-range number is rejected", () => {
  for (const width of ["399", "901", "4.5", "-5", "wide", "1e3"]) {
    const { good, bad } = checkChoice({ card: "summary", width }, RULES);
    expect(good, width).toEqual({ card: "summary" });
    expect(bad.width).toBe("A whole number from 400 to 900");
  }
});

test("options of other cards are dropped silently", () => {
  expect(checkChoice({ card: "summary", count: "99", id: "7" }, RULES)).toEqual({
    good: { card: "summary" },
    bad: {},
  });
});

test("a colour is valid if the card's option accepts it", () => {
  for (const name of ["bg", "ink", "soft", "line"] as const) {
    for (const text of ["#abc", "ABCDEF", "#12345678", "transparent", "red", "#ab", "#ggg", "#"]) {
      const { good, bad } = checkChoice({ card: "summary", [name]: text }, RULES);
      const isTaken = commonOptions[name].safeParse(text).success;
      expect(good[name], `${name}=${text}`).toBe(isTaken ? text.toLowerCase() : undefined);
      expect(bad[name] === undefined, `${name}=${text}`).toBe(isTaken);
    }
  }
});

test("a game is found by its title before words of it, and by its id", () => {
  const rules = { ...RULES, games: GAMES };
  const id = (typed: { game?: string; id?: string }) =>
    checkChoice({ card: "game", ...typed }, rules).good.id;
  expect(id({ game: "garden & navigator" })).toBe("9");
  expect(id({ game: " navigator ii " })).toBe("7");
  expect(id({ game: "2 gárden" })).toBe("7");
  expect(id({ game: "?!" })).toBeUndefined();
  expect(id({ id: "9" })).toBe("9");
  expect(id({ id: "10" })).toBeUndefined();
  const none = checkChoice({ card: "game", game: "Chess", id: "9" }, rules);
  expect(none.good.id).toBeUndefined();
  expect(none.bad.game).toBeDefined();
});

test("a year must exist, and only a year's card takes it", () => {
  const rules = { ...RULES, years: [2026, 2025] };
  const year = (year: string) => checkChoice({ card: "year", year }, rules).good.year;
  expect(year("2025")).toBe("2025");
  for (const bad of ["2024", "20255", "", "soon"]) expect(year(bad), bad).toBeUndefined();
  expect(checkChoice({ card: "summary", year: "2025" }, RULES)).toEqual({
    good: { card: "summary" },
    bad: {},
  });
});

test("the other player must be a valid user, and not the same player", () => {
  const rules = { ...RULES, beside: "Anna" };
  const check = (other: string) => checkChoice({ card: "versus", other }, rules);
  expect(check(" Bob ")).toEqual({ good: { card: "versus", other: "Bob" }, bad: {} });
  expect(check("01HDEM0AMP11GHTERX0000Z7Q1").bad).toEqual({});
  for (const bad of ["x", "no name", "x".repeat(21), "../x"]) {
    expect(check(bad), bad).toEqual({
      good: { card: "versus" },
      bad: { other: "2 to 20 letters and digits" },
    });
  }
  expect(check("ANNA").bad.other).toBe("Pick someone else");
  expect(checkChoice({ card: "versus" }, rules)).toEqual({ good: { card: "versus" }, bad: {} });
  expect(checkChoice({ card: "summary", other: "Bob" }, RULES).good).toEqual({ card: "summary" });
});

/** What a form says, read after another choice. */
function readFields(given: [name: string, value: string][], before = { card: "summary" }) {
  const fields = new FormData();
  for (const [name, value] of given) fields.append(name, value);
  return readChoice(fields, before);
}

test("a form is read without what is empty or the default", () => {
  const choice = readFields([
    ["card", "summary"],
    ["theme", "auto"],
    ["border", "1"],
    ["locale", "en"],
    ["title", ""],
    ["hide", "points"],
    ["hide", "avatar"],
    ["unknown", "x"],
  ]);
  expect(choice).toEqual({ card: "summary", hide: "points,avatar" });
  expect(
    readFields([
      ["theme", "grape"],
      ["border", "0"],
      ["locale", "de"],
    ]),
  ).toEqual({
    card: "summary",
    theme: "grape",
    border: "0",
    locale: "de",
  });
});

test("another card keeps the colours and the theme, and not what is a card's own", () => {
  const fields: [string, string][] = [
    ["card", "recent"],
    ["game", "Moth"],
    ["count", "3"],
    ["width", "400"],
    ["hide", "title"],
    ["bg", "#fff"],
  ];
  expect(readFields(fields)).toEqual({ card: "recent", bg: "#fff" });
  expect(readFields(fields, { card: "recent" })).toMatchObject({ count: "3", game: "Moth" });
});

test("a time zone must exist, and only a card of days takes it", () => {
  const rules = { ...RULES, takesZone: true };
  const check = (tz: string) => checkChoice({ card: "streak", tz }, rules);
  for (const tz of ["Europe/Berlin", "europe/berlin", "Asia/Kolkata", "Asia/Calcutta"]) {
    expect(check(tz)).toEqual({ good: { card: "streak", tz }, bad: {} });
  }
  for (const tz of ["Mars/Olympus", "+01:00", "Berlin"]) {
    expect(check(tz), tz).toEqual({
      good: { card: "streak" },
      bad: { tz: "A time zone such as Europe/Berlin" },
    });
  }
  expect(checkChoice({ card: "summary", tz: "Europe/Berlin" }, RULES)).toEqual({
    good: { card: "summary" },
    bad: {},
  });
});

test("UTC, which is the default, is in no address", () => {
  const zoneOf = (tz: string) => readFields([["tz", tz]]).tz;
  expect(zoneOf(" Europe/Berlin ")).toBe("Europe/Berlin");
  for (const tz of ["UTC", "utc", " "]) expect(zoneOf(tz), tz).toBeUndefined();
});

test("the rarest masteries are for a card that has them, and the latest are in no address", () => {
  const rules = { ...RULES, takesRarest: true };
  const goodOf = (games: string, of = rules) => checkChoice({ card: "shelf", games }, of).good;
  expect(goodOf("rarest")).toEqual({ card: "shelf", games: "rarest" });
  expect(goodOf("best")).toEqual({ card: "shelf" });
  expect(goodOf("rarest", RULES as typeof rules)).toEqual({ card: "shelf" });
  expect(readFields([["games", "latest"]]).games).toBeUndefined();
});

test("what a card shows on request is what it has", () => {
  const shown: [string, string][] = [
    ["show", "rank"],
    ["show", "hours"],
  ];
  const { show = "" } = readFields(shown, { card: "summary" });
  const check = (text: string, more?: string[]) =>
    checkChoice({ card: "summary", show: text }, { ...RULES, more }).good.show;
  expect(check(show, ["rank", "hours"])).toBe("rank,hours");
  expect(check("hours,age", ["rank", "hours"])).toBe("hours");
  expect(check("age", ["rank", "hours"])).toBeUndefined();
  expect(check(show)).toBeUndefined();
  expect(readFields([["card", "recent"], ...shown]).show).toBeUndefined();
});
