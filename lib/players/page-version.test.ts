import { expect, test } from "vitest";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { userProfile } from "@/lib/retroachievements/wire";
import { pageVersion, parsePageVersion } from "./page-version";

const profile = userProfile.parse(aWirePlayer({ name: "Versed" }).profile);
const player = { profile, games: [], checkedAt: 1_795_000_000_123 };

test("a version names whose page it is, when RA was asked, and whether it has answered since", () => {
  const about = { ulid: profile.ulid, checkedAt: player.checkedAt };
  const answered = pageVersion({ player, refreshError: null });
  const unanswered = pageVersion({ player, refreshError: "timed-out" });
  expect(parsePageVersion(answered)).toEqual({ ...about, isUnanswered: false });
  expect(parsePageVersion(unanswered)).toEqual({ ...about, isUnanswered: true });
  // Next hands a segment on as it stands in the URL.
  expect(parsePageVersion(encodeURIComponent(unanswered))).toEqual({
    ...about,
    isUnanswered: true,
  });
});

test("another state of a player is another version", () => {
  const version = pageVersion({ player, refreshError: null });
  const later = { ...player, checkedAt: player.checkedAt + 1 };
  expect(pageVersion({ player: later, refreshError: null })).not.toBe(version);
  expect(pageVersion({ player, refreshError: "busy" })).not.toBe(version);
});
