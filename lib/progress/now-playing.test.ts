import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { presenceOf } from "./now-playing";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const minutesAgo = (minutes: number) => NOW / 1000 - minutes * 60;

/** What is shown of a player whose profile says `Level 1` in Super Moth, read some minutes ago. */
function shown(at: number | null, { lastSeen = "Level 1", checked = 0, text = "Level 2" } = {}) {
  const player = aPlayer([aGame({ id: 3, title: "~Hack~ Super Moth" })], {
    ...{ lastSeen, lastGameId: 3 },
  });
  const playing = at === null ? null : { text, at: minutesAgo(at) };
  return presenceOf({ ...player, checkedAt: minutesAgo(checked) * 1000 }, playing, NOW);
}

test("a message without a date is the one of the last time", () => {
  const last = { message: "Level 1", game: "Super Moth", isNow: false };
  expect(shown(null)).toEqual(last);
  expect(shown(null, { lastSeen: "" })).toBeNull();
});

test("a message of the last 15 minutes is of now, and an older one, or one of the future, is not", () => {
  expect([0, 15, 15.1, 60 * 24 * 365, -15.1].map((at) => shown(at)?.isNow)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a profile that was read after that date has the newer message, and its game", () => {
  expect(shown(5)).toEqual({ message: "Level 1", game: "Super Moth", isNow: true });
});

test("a message that is newer than the profile may be of another game", () => {
  expect(shown(5, { checked: 6 })).toEqual({ message: "Level 2", game: null, isNow: true });
  expect(shown(5, { lastSeen: "" })).toEqual({ message: "Level 2", game: null, isNow: true });
  expect(shown(16, { checked: 20 })?.message).toBe("Level 1");
});
