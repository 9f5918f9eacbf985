import { expect, test } from "vitest";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { userProfile } from "@/lib/retroachievements/wire";
import { parseRevision } from "./parse-revision";
import { playerSources } from "./sources";
import { isOtherVersion, viewRevision } from "./view-revision";

const profile = userProfile.parse(aWirePlayer({ name: "Versed" }).profile);
const player = { profile, games: [], checkedAt: 1_795_000_000_123 };

const answered = { player, refreshError: null };

test("a revision names its player, when RA was asked, and whether it has answered since", async () => {
  const about = { ulid: profile.ulid, checkedAt: player.checkedAt };
  const unanswered = await viewRevision("overview", { player, refreshError: "timed-out" });
  expect(parseRevision(await viewRevision("overview", answered))).toEqual({
    ...about,
    isUnanswered: false,
  });
  expect(parseRevision(unanswered)).toEqual({ ...about, isUnanswered: true });
  // Next hands a segment on as it stands in the URL.
  expect(parseRevision(encodeURIComponent(unanswered))).toEqual({ ...about, isUnanswered: true });
});

test("another snapshot of a player is another revision", async () => {
  const revision = await viewRevision("overview", answered);
  const later = { ...player, checkedAt: player.checkedAt + 1 };
  expect(await viewRevision("overview", { player: later, refreshError: null })).not.toBe(revision);
  expect(await viewRevision("overview", { player, refreshError: "busy" })).not.toBe(revision);
});

test("what a view has loaded itself makes another revision, which names the player as before", async () => {
  const library = { player, refreshError: "busy" } as const;
  const revisions = await Promise.all(
    [[], ["1"], ["2"], ["1", "2"]].map((shown) => viewRevision("history", library, shown)),
  );
  expect(new Set(revisions).size).toBe(4);
  for (const revision of revisions) {
    expect(revision).toMatch(/^[\w@.]+$/);
    expect(parseRevision(revision)).toEqual({
      ulid: profile.ulid,
      checkedAt: player.checkedAt,
      isUnanswered: true,
    });
  }
});

const MADE_UP = { name: "made-up", revision: () => "1", isChanging: async () => false };

test("a source changes the revision of the views that show it, and of no other", async () => {
  const source = { ...MADE_UP, views: ["year", "card"] as const };
  const views = ["overview", "year", "history", "comparison", "card", "api"] as const;
  const all = () => Promise.all(views.map((view) => viewRevision(view, answered)));
  const before = await all();
  playerSources.push(source);
  try {
    const first = await all();
    source.revision = () => "2";
    const second = await all();
    const changed = views.filter(
      (_, at) => new Set([before[at], first[at], second[at]]).size === 3,
    );
    expect(changed).toEqual(["year", "card"]);
    const same = views.filter((_, at) => new Set([before[at], first[at], second[at]]).size === 1);
    expect(same).toEqual(["overview", "history", "comparison", "api"]);
  } finally {
    playerSources.pop();
  }
});

test("a page whose source could not be read any more is not the version that its path names", async () => {
  const source = { ...MADE_UP, views: ["year"] as const };
  playerSources.push(source);
  try {
    const version = encodeURIComponent(await viewRevision("year", answered, ["day"]));
    expect(await isOtherVersion(version, "year", answered, ["day"])).toBe(false);
    source.revision = () => "";
    expect(await isOtherVersion(version, "year", answered, ["day"])).toBe(true);
  } finally {
    playerSources.pop();
  }
});
