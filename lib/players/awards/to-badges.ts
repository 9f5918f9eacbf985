import type { Badge } from "@/lib/domain/badge";
import { LIMITS } from "@/lib/limits";
import type { SiteBadge } from "@/lib/retroachievements/retroachievements";

/** RA's types, with the words for a badge that RA sends without a title: it does so for all of the site. */
const TYPES: ReadonlyMap<string, Pick<Badge, "kind" | "title">> = new Map([
  ["Event", { kind: "event", title: "Event" }],
  ["Site Event", { kind: "event", title: "Site event" }],
  ["Patreon Supporter", { kind: "site", title: "Patreon supporter" }],
  ["Certified Legend", { kind: "site", title: "Certified legend" }],
  ["Playtest", { kind: "site", title: "Playtester" }],
  ["Media Contribution", { kind: "site", title: "Media contributor" }],
  ["Achievement Unlocks Yield", { kind: "site", title: "Developer: achievements unlocked" }],
  ["Achievement Points Yield", { kind: "site", title: "Developer: points awarded" }],
]);

/**
 * The badges that views show, in the same order: at most as many as are kept of a player. A type that RA has added is left
 * out, since it may be for a game.
 */
export function toBadges(badges: readonly SiteBadge[]): Badge[] {
  return badges
    .flatMap(({ kind, title, iconPath, at }) => {
      const type = TYPES.get(kind);
      return type ? [{ ...type, ...(title && { title }), iconPath, at }] : [];
    })
    .slice(0, LIMITS.badgesOfAPlayer);
}
