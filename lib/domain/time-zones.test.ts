import { expect, test, vi } from "vitest";
import { canonicalZone, TIME_ZONES } from "./time-zones";

test("every name of Intl has a canonical name, which Intl accepts and which means the same", () => {
  const now = Date.UTC(2026, 6);
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone, dateStyle: "short", timeStyle: "full" }).format(now);
  for (const name of Intl.supportedValuesOf("timeZone")) {
    const zone = canonicalZone(name);
    expect(zone, name).not.toBeNull();
    expect(clock(zone ?? ""), name).toBe(clock(name));
  }
});

test("no zone is listed twice, and each is its own canonical name", () => {
  expect(new Set(TIME_ZONES).size).toBe(TIME_ZONES.length);
  for (const zone of TIME_ZONES) {
    expect(canonicalZone(zone)).toBe(zone);
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
  }
});

test.each([
  ["UTC", "UTC"],
  ["etc/utc", "UTC"],
  ["GMT", "UTC"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["europe/berlin", "Europe/Berlin"],
  ["US/Pacific", "America/Los_Angeles"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["Etc/GMT+5", "Etc/GMT+5"],
  ["etc/gmt 5", "Etc/GMT+5"],
  ["Etc/GMT 0", "UTC"],
])("%s is %s", (text, zone) => {
  expect(canonicalZone(text)).toBe(zone);
});

test.each(["", "Mars/Olympus", "+05:30", "constructor", " UTC", "Europe"])(
  "%j is no zone",
  (text) => {
    expect(canonicalZone(text)).toBeNull();
  },
);

test("a zone that Intl does not know is unknown, and Intl is asked once", async () => {
  const { DateTimeFormat } = Intl;
  let asked = 0;
  const older = vi
    .spyOn(Intl, "DateTimeFormat")
    .mockImplementation(function format(locales, options) {
      asked++;
      if (options?.timeZone === "America/Coyhaique") throw new RangeError("Invalid time zone");
      return new DateTimeFormat(locales, options);
    });
  try {
    vi.resetModules();
    const { canonicalZone: zoneOf } = await import("./time-zones");
    for (let times = 0; times < 2; times++) {
      expect(zoneOf("America/Coyhaique")).toBeNull();
      expect(zoneOf("america/santiago")).toBe("America/Santiago");
    }
    expect(asked).toBe(2);
  } finally {
    older.mockRestore();
  }
});
