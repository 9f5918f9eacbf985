import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { dayIndex, utcDayOf } from "./days";
import { TIME_ZONES } from "./time-zones";
import { localDays, localTimes } from "./zone-days";

/** The local day by `Intl` alone. */
function dayByIntl(zone: string, epochSeconds: number): string {
  const options = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(epochSeconds * 1000);
}
const dayOf = (zone: string, at: number) => utcDayOf(localDays(zone)(at) * 86_400_000);

test("every zone has the days that Intl names, at any moment", () => {
  const at = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2030, 0) / 1000 });
  fc.assert(
    fc.property(fc.constantFrom(...TIME_ZONES), at, (zone, moment) => {
      expect(dayOf(zone, moment)).toBe(dayByIntl(zone, moment));
    }),
    { numRuns: 400 },
  );
});

test.each([
  // Midnight is skipped, repeated, and repeated by one minute; a whole day is skipped; three changes in one year.
  ["America/Sao_Paulo", "2018-11-04T03:00:00Z"],
  ["America/Sao_Paulo", "2018-02-18T02:00:00Z"],
  ["America/St_Johns", "2010-11-07T02:31:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z"],
  ["Africa/Casablanca", "2024-04-14T02:00:00Z"],
  ["Europe/Berlin", "2024-03-31T01:00:00Z"],
  ["Australia/Lord_Howe", "2024-04-06T15:00:00Z"],
  ["Asia/Kathmandu", "2024-02-28T18:15:00Z"],
])("days of %s around %s", (zone, moment) => {
  const change = Date.parse(moment) / 1000;
  for (let at = change - 90_000; at <= change + 90_000; at += 300) {
    expect(dayOf(zone, at)).toBe(dayByIntl(zone, at));
    expect(dayOf(zone, at - 1)).toBe(dayByIntl(zone, at - 1));
  }
});

test("days of UTC are dayIndex's, in moments of any order", () => {
  const day = localDays("UTC");
  for (const at of [1_700_000_000, 0, 1_709_164_799, 1_709_164_800, 951_782_400]) {
    expect(day(at)).toBe(dayIndex(at));
  }
});

test("every zone has the time of day that Intl names, at any moment", () => {
  const at = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2030, 0) / 1000 });
  fc.assert(
    fc.property(fc.constantFrom(...TIME_ZONES), at, (timeZone, moment) => {
      const byIntl = new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" });
      expect(localTimes(timeZone)(moment)).toBe(byIntl.format(moment * 1000));
    }),
    { numRuns: 400 },
  );
});

test("an unknown zone is refused", () => {
  expect(() => localDays("Mars/Olympus")(0)).toThrow(RangeError);
});

test("a zone has one formatter for all years", () => {
  const { DateTimeFormat } = Intl;
  const made = vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function format(...given) {
    return new DateTimeFormat(...given);
  });
  const dayOf = localDays("Antarctica/Troll");
  for (let year = 1990; year < 2010; year++) dayOf(Date.UTC(year, 5) / 1000);
  localTimes("Antarctica/Troll")(Date.UTC(2011, 5) / 1000);
  expect(made.mock.calls.length).toBeLessThanOrEqual(1);
  made.mockRestore();
});
