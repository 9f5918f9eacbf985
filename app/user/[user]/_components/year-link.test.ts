import { expect, test } from "vitest";
import { TIME_ZONES } from "@/lib/domain/time-zones";
import { dayLink, yearLink } from "./year-link";

test("a year and a day have their addresses, without UTC", () => {
  expect(yearLink("/user/Ann", 2026, "UTC")).toBe("/user/Ann/year/2026");
  expect(dayLink("/user/Ann", "2026-11-23", "UTC")).toBe("/user/Ann/year/2026?day=2026-11-23#day");
  expect(dayLink("/user/Ann", "2026-11-23", "Europe/Kyiv")).toBe(
    "/user/Ann/year/2026?day=2026-11-23&tz=Europe/Kyiv#day",
  );
});

test("every time zone comes back from an address", () => {
  for (const zone of TIME_ZONES.filter((each) => each !== "UTC")) {
    for (const link of [yearLink("/x", 2026, zone), dayLink("/x", "2026-01-01", zone)]) {
      expect(new URL(link, "https://site.test").searchParams.get("tz")).toBe(zone);
    }
  }
});
