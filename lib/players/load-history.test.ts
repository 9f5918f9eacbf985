import { expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { loadHistory, newestDays } from "./load-history";

vi.stubEnv("RA_WEB_API_KEY", "");

const DAY = 86_400;
const PLAYED_AT = Date.UTC(2026, 10, 20, 12) / 1000;
const player = aPlayer([aGame({ mostRecentAwardedAt: PLAYED_AT, numAwarded: 9 })]);

test("the newest days end with the one on which RA was asked", () => {
  const checkedAt = Date.UTC(2026, 2, 1, 0, 30);
  expect(newestDays(1, { checkedAt })).toEqual({ from: "2026-03-01", to: "2026-03-01" });
  expect(newestDays(3, { checkedAt })).toEqual({ from: "2026-02-27", to: "2026-03-01" });
});

test("a demo player has a history of the days that are asked for, and it is told as kept", async () => {
  const { history, keeping } = await loadHistory(player, { from: "2026-11-18", to: "2026-11-20" });
  expect(keeping).toEqual({ kept: true });
  expect(history?.days.map(({ day }) => day)).toEqual(["2026-11-18", "2026-11-19", "2026-11-20"]);
  expect(history?.startedAt).toBeLessThan((PLAYED_AT - 60 * DAY) * 1000);
});

test("the state of a history is another with each day, and the same while nothing changes", async () => {
  const state = async (to: string) => (await loadHistory(player, { from: "2026-11-18", to })).state;
  expect(await state("2026-11-20")).toBe(await state("2026-11-20"));
  expect(await state("2026-11-20")).not.toBe(await state("2026-11-19"));
});
