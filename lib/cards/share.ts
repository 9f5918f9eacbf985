import { z } from "zod";
import type { Game } from "@/lib/domain/player";
import { type Counts, countGames, shownCounts } from "@/lib/progress/counts";
import { describeQuery } from "@/lib/progress/describe-query";
import { libraryCounts } from "@/lib/progress/library-counts";
import {
  DEFAULT_LIST_QUERY,
  type ListQuery,
  listGames,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";
import { playedSystems } from "@/lib/progress/systems";
import { awardMix } from "./award-mix";
import { defineCard } from "./card";
import { drawFigures } from "./figures";
import { pointsForms } from "./points";

/** An option that is a parameter of the page's list, and as bad as it is there. */
function ofList<Name extends keyof ListQuery>(name: Name) {
  const initial: ListQuery[Name] = DEFAULT_LIST_QUERY[name];
  return z
    .string()
    .transform((text, context) => {
      const { query, ignored } = parseListQuery(new URLSearchParams({ [name]: text }));
      if (ignored.length > 0) context.addIssue("No such list");
      return query[name];
    })
    .default(initial as never);
}

type Filters = Pick<ListQuery, "status" | "system" | "q" | "awarded" | "active">;

/** The list that is counted; null for the whole library. */
function listOf({ status, system, q, awarded, active }: Filters): ListQuery | null {
  const query = { ...DEFAULT_LIST_QUERY, status, system, q, awarded, active };
  return listQueryToSearch(query) === "" ? null : query;
}

function countsOf(games: Game[], filters: Filters): Counts {
  const list = listOf(filters);
  return list === null ? libraryCounts(games) : countGames(listGames(games, list).found);
}

/** What a link to the page, or to a list of its games, unfolds to: 1200×630, as Open Graph asks for. */
export const share = defineCard({
  name: "share",
  about: "1200×630, what a link to the page unfolds to",
  width: { default: 1200, min: 1200, max: 1200 },
  parts: ["avatar", "bar"],
  options: {
    status: ofList("status"),
    system: ofList("system"),
    q: ofList("q"),
    awarded: ofList("awarded"),
    active: ofList("active"),
    // Counts have no order: it is a list's too, and makes no other card.
    sort: ofList("sort").transform(() => undefined),
  },
  height: () => 630,
  placesDate: true,
  images: ({ player }) => [player.profile.avatarPath],
  describe({ data: { player }, options, format }) {
    const { played, mastered } = countsOf(player.games, options);
    const list = listOf(options);
    const filters = list === null ? [] : describeQuery(list, playedSystems(player.games));
    const of = filters.length === 0 ? "" : `${filters.join(", ")}: `;
    return `${of}${format.number(played)} ${played === 1 ? "game" : "games"}, ${format.number(mastered)} mastered.`;
  },
  draw({ pen, data: { player, image }, options, format, width, date, shows }) {
    const { profile, games } = player;
    const list = listOf(options);
    const counts = countsOf(games, options);
    const left = shows("avatar") ? 300 : 80;
    if (shows("avatar")) pen.image(image(profile.avatarPath), 80, 80, 180);
    const room = width - left - 80;
    pen.text(profile.name, left, 170, { size: 84, least: 56, face: "display", width: room });
    const soft = { size: 36, fill: pen.colors.soft, width: room };
    const filters = list === null ? "" : describeQuery(list, playedSystems(games)).join(", ");
    const line = options.title ?? filters;
    if (line === "") pen.fit(pointsForms(profile, format, "on RetroAchievements"), left, 230, soft);
    else pen.text(line, left, 230, { ...soft, least: 28 });
    const figures = shownCounts(counts)
      // Of a list, most kinds of award may be left out.
      .filter(({ key, value }) => list === null || key === "played" || value > 0)
      .map(({ key, label, value }) => ({
        label: key === "beatenCasual" ? "Casual" : label,
        value,
      }));
    drawFigures({ pen, format }, figures, {
      ...{ x: 80, width: width - 160, gap: 20 },
      ...{ y: 420, size: 56, labelY: 466, labelSize: 28 },
    });
    if (shows("bar"))
      pen.bar(80, 520, width - 160, 28, awardMix(counts, counts.played, pen.colors));
    const foot = { size: 28, fill: pen.colors.soft };
    if (date !== null) pen.text(date, 80, 596, foot);
    pen.text("Longplay", width - 80, 596, { ...foot, anchor: "end" });
  },
});
