import { expect, test } from "vitest";
import { canonicalZoneSearch, readPageZone } from "./page-zone";
import { withZone, withZoneOf } from "./zone-search";

const query = (text: string) => new URLSearchParams(text);

test.each([
  ["", { zone: "UTC", isUnknown: false }],
  ["tz=", { zone: "UTC", isUnknown: false }],
  ["tz=Europe/Berlin", { zone: "Europe/Berlin", isUnknown: false }],
  ["tz=asia%2Fcalcutta", { zone: "Asia/Kolkata", isUnknown: false }],
  ["tz=Mars/Olympus", { zone: "UTC", isUnknown: true }],
  ["tz=constructor", { zone: "UTC", isUnknown: true }],
])("the time zone of ?%s is %o", (text, zone) => {
  expect(readPageZone(query(text))).toEqual(zone);
});

test.each([
  ["tz=Europe/Kiev", "?tz=Europe%2FKyiv"],
  ["shelf=1%2C2&tz=europe/kyiv", "?shelf=1%2C2&tz=Europe%2FKyiv"],
  ["tz=US/Eastern&day=2026-11-23", "?tz=America%2FNew_York&day=2026-11-23"],
  ["tz=UTC", ""],
  ["tz=", ""],
  ["tz=GMT&shelf=1", "?shelf=1"],
  ["tz=UTC&tz=Europe/Berlin", ""],
])("?%s is at the address with %s", (text, canonical) => {
  expect(canonicalZoneSearch(query(text))).toBe(canonical);
  expect(canonicalZoneSearch(query(canonical))).toBeNull();
});

test.each(["", "tz=Europe/Kyiv", "tz=Mars/Olympus", "shelf=1"])("?%s stays", (text) => {
  expect(canonicalZoneSearch(query(text))).toBeNull();
});

test("a zone is added to a query, and UTC is not named", () => {
  expect(withZone("", "Europe/Kyiv")).toBe("?tz=Europe%2FKyiv");
  expect(withZone("?day=2026-11-23", "Europe/Kyiv")).toBe("?day=2026-11-23&tz=Europe%2FKyiv");
  expect(withZone("?day=2026-11-23", "UTC")).toBe("?day=2026-11-23");
  expect(withZoneOf(query("tz=x&q=1"), "?shelf=1")).toBe("?shelf=1&tz=x");
  expect(withZoneOf(query("q=1"), "?shelf=1")).toBe("?shelf=1");
});
