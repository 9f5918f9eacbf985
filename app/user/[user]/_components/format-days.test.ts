import { expect, test } from "vitest";
import { formatDays } from "./format-days";

test("days name what they share once", () => {
  expect(formatDays("2026-11-16", "2026-11-16")).toBe("Nov 16, 2026");
  expect(formatDays("2026-11-09", "2026-11-16")).toBe("Nov 9–16, 2026");
  expect(formatDays("2026-10-30", "2026-11-02")).toBe("Oct 30 – Nov 2, 2026");
  expect(formatDays("2025-12-30", "2026-01-02")).toBe("Dec 30, 2025 – Jan 2, 2026");
});
