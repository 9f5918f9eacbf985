import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import type { SiteBadge } from "@/lib/retroachievements/retroachievements";
import { toBadges } from "./to-badges";

const aBadge = (changed: Partial<SiteBadge> = {}): SiteBadge => ({
  ...{ kind: "Event", title: "Summer Relay", iconPath: "/Images/000001.png", at: 100 },
  ...changed,
});
const titlesOf = (...badges: SiteBadge[]) => toBadges(badges).map(({ title }) => title);

test("an event has its title, and what the site awards has the words for its type", () => {
  const ofSite = { title: null, iconPath: null };
  expect(toBadges([aBadge(), aBadge({ kind: "Patreon Supporter", ...ofSite })])).toEqual([
    { kind: "event", title: "Summer Relay", iconPath: "/Images/000001.png", at: 100 },
    { kind: "site", title: "Patreon supporter", iconPath: null, at: 100 },
  ]);
  expect(titlesOf(aBadge({ title: null }), aBadge({ kind: "Site Event", title: "" }))).toEqual([
    "Event",
    "Site event",
  ]);
});

test("a type that is not known is left out, whatever its title: it may be for a game", () => {
  const titles = titlesOf(aBadge({ kind: "Leaderboard" }), aBadge({ kind: "toString" }), aBadge());
  expect(titles).toEqual(["Summer Relay"]);
});

test("of more than are kept the first ones stay", () => {
  const many = Array.from({ length: LIMITS.badgesOfAPlayer + 1 }, (_, at) => aBadge({ at }));
  expect(toBadges(many).at(-1)?.at).toBe(LIMITS.badgesOfAPlayer - 1);
});
