import { expect, test } from "vitest";
import type { LastOutcomes } from "@/lib/observe/last-outcomes";
import { failureWarnings, historyStatus, v2Status } from "./health";

const WELL: LastOutcomes = { store: "ok", history: "ok", key: "accepted" };

test("a store that can keep a history does not while it takes none", () => {
  expect(historyStatus({ kept: true }, WELL)).toEqual({ kept: true });
  expect(historyStatus({ kept: true }, { ...WELL, history: "failing" })).toEqual({
    kept: false,
    why: "failing",
  });
  expect(historyStatus({ kept: false, why: "memory" }, { ...WELL, history: "failing" })).toEqual({
    kept: false,
    why: "memory",
  });
});

test("each failure is a warning, and what is not known is none", () => {
  expect(failureWarnings(WELL)).toEqual([]);
  expect(failureWarnings({ store: "unknown", history: "unknown", key: "unknown" })).toEqual([]);
  expect(failureWarnings({ store: "failing", history: "failing", key: "refused" })).toEqual([
    expect.stringContaining("store"),
    expect.stringContaining("history"),
    expect.stringContaining("RA_WEB_API_KEY"),
  ]);
});

test("API v2 is off where it is not asked, and on until it is refused", () => {
  expect(v2Status(true, false)).toBe("on");
  expect(v2Status(true, true)).toBe("refused");
  expect(v2Status(false, true)).toBe("off");
});
