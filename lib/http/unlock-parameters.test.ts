import { expect, test } from "vitest";
import { readDaysQuery, readUnlocksQuery, readZone } from "./unlock-parameters";

/** A new year has begun in Tokyo, and in Berlin it has not. */
const NOW = Date.parse("2026-12-31T20:00:00Z");
const days = (query: string) => readDaysQuery(new URLSearchParams(query), NOW);
const unlocks = (query: string) => readUnlocksQuery(new URLSearchParams(query), NOW);

test("the year defaults to the year that it is in the time zone, and the zone to UTC", () => {
  expect(days("")).toEqual({ query: { year: 2026, zone: "UTC" } });
  expect(days("year=&tz=")).toEqual(days(""));
  expect(days("tz=Asia/Tokyo")).toEqual({ query: { year: 2027, zone: "Asia/Tokyo" } });
  expect(days("tz=Europe/Berlin")).toEqual({ query: { year: 2026, zone: "Europe/Berlin" } });
  expect(days("tz=Etc/GMT+5")).toEqual({ query: { year: 2026, zone: "Etc/GMT+5" } });
  expect(days("tz=Etc/GMT%2B5")).toEqual(days("tz=Etc/GMT+5"));
  expect(days("tz=Asia/Tokyo&year=2019")).toEqual({ query: { year: 2019, zone: "Asia/Tokyo" } });
});

test.each([
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["europe/berlin", "Europe/Berlin"],
  ["Etc/UTC", "UTC"],
])("%s is refused with the name %s", (text, zone) => {
  const errors = [
    {
      name: "tz",
      reason: `must be ${zone}, the name that this time zone has today`,
      allowed: [zone],
    },
  ];
  expect(days(`tz=${text}`)).toEqual({ errors });
  expect(readZone(new URLSearchParams({ tz: text }))).toEqual({ errors });
});

test.each(["Mars/Olympus", "+01:00", "constructor"])("%s is no time zone", (text) => {
  const { errors } = days(new URLSearchParams({ tz: text }).toString()) as { errors: object[] };
  expect(errors).toEqual([
    { name: "tz", reason: "must be a time zone of the IANA database, such as Europe/Berlin" },
  ]);
});

test("years and pages are read, and each bad one is named", () => {
  expect(unlocks("")).toEqual({ query: { year: 2026, page: 1 } });
  expect(unlocks("year=2019&page=7")).toEqual({ query: { year: 2019, page: 7 } });
  const year = { name: "year", reason: "must be a year of four digits: 2024" };
  for (const text of ["26", "02026", "20261", "2026 ", "x"]) {
    expect(unlocks(`year=${text}&page=0`), text).toEqual({
      errors: [year, { name: "page", reason: "must be at least 1" }],
    });
  }
  expect(days("year=x&tz=x")).toMatchObject({ errors: [year, { name: "tz" }] });
});

test("a day has a time zone and no year", () => {
  const ofDay = { day: "2019-02-28", zone: "UTC" };
  expect(unlocks("day=2019-02-28&year=")).toEqual({ query: { year: 2019, ofDay, page: 1 } });
  expect(unlocks("day=2019-02-28&tz=Asia/Tokyo&page=2")).toEqual({
    query: { year: 2019, ofDay: { ...ofDay, zone: "Asia/Tokyo" }, page: 2 },
  });
  expect(unlocks("day=2019-02-28&year=2019")).toEqual({
    errors: [{ name: "day", reason: "cannot be combined with year" }],
  });
  for (const text of ["2019-02-29", "2019-2-3", "2019", "02019-01-01", "x"]) {
    expect(unlocks(`day=${text}`), text).toEqual({
      errors: [{ name: "day", reason: "must be a day, such as 2026-11-23" }],
    });
  }
  expect(unlocks("day=2019-02-28&tz=Mars/Olympus")).toMatchObject({ errors: [{ name: "tz" }] });
});
