import type { SiteBadge } from "@/lib/retroachievements/retroachievements";

const seconds = (day: string) => Date.parse(`${day}T20:00:00Z`) / 1000;

const siteBadge = (kind: string, day: string): SiteBadge => ({
  ...{ kind, title: null, iconPath: null },
  at: seconds(day),
});

/** A relay of each summer and winter up to 2026, newest first. @param count from 1 to 14 */
function relays(count: number): SiteBadge[] {
  return Array.from({ length: count }, (_, index) => {
    const year = 2026 - Math.floor(index / 2);
    const isSummer = index % 2 === 0;
    return {
      kind: "Event",
      title: `${isSummer ? "Summer" : "Winter"} Relay ${year}`,
      iconPath: `/Images/${900_000 + index}.png`,
      at: seconds(`${year}-${isSummer ? "07-05" : "01-04"}`),
    };
  });
}

/** The largest player has few, as the overview has much else to show; another one has more than it shows. */
const BADGES: Readonly<Record<string, SiteBadge[]>> = {
  LampLighter: [...relays(1), siteBadge("Patreon Supporter", "2019-03-02")],
  CoOpCarla: [...relays(14), siteBadge("Playtest", "2018-09-14")],
  WeekendWilma: relays(1),
};

/** The made-up badges of a demo player, newest first. */
export function demoAwards(name: string): SiteBadge[] {
  return BADGES[name] ?? [];
}
