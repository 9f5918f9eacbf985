import { z } from "zod";
import type { Game } from "@/lib/domain/player";
import { type Counts, countGames, libraryCounts, shownCounts } from "@/lib/progress/counts";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import {
  DEFAULT_LIST_QUERY,
  type ListQuery,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";
import { shelfGames } from "@/lib/progress/shelf";
import { playedSystems } from "@/lib/progress/systems";
import { awardMix } from "./award-mix";
import { type CardData, defineCard } from "./card";
import { drawCase } from "./display-case";
import { drawFigures } from "./figures";
import { filtersInWords } from "./filters";
import type { Formatter } from "./formatter";
import { pointsForms } from "./points";
import { widthOf } from "./text-width";

/** Font size of a list's number of games, in pixels. */
const COUNT = 32;

/** Icon size in pixels, and number of icons on the shelf. */
const ICON = 96;
const ICONS = 8;

/** Vertical positions in pixels, with and without the shelf. */
const WITH_SHELF = {
  ...{ top: 48, avatar: 140, name: 124, line: 178 },
  ...{ figures: 268, labels: 308, bar: 342, barHeight: 22 },
};
const WITHOUT = {
  ...{ top: 80, avatar: 180, name: 170, line: 230 },
  ...{ figures: 420, labels: 466, bar: 520, barHeight: 28 },
};

/** An option that is a parameter of the page's list, with the same valid values. */
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

/** The list to count; null for the whole library. */
function listOf({ status, system, q, awarded, active }: Filters): ListQuery | null {
  const query = { ...DEFAULT_LIST_QUERY, status, system, q, awarded, active };
  return listQueryToSearch(query) === "" ? null : query;
}

/** The shelf of a list's games, or of the whole library. */
const shelfOf = (games: Game[], list: ListQuery | null, times: CardData["times"]) =>
  shelfGames(list === null ? games : listGames(games, list, times).found, [], ICONS);

/** The counts of the page, which ignore the status, and the games that have the status. */
function countsOf(
  games: Game[],
  filters: Filters,
  times: CardData["times"],
): { counts: Counts; found: Game[] | null } {
  const list = listOf(filters);
  if (list === null) return { counts: libraryCounts(games), found: null };
  const { counted, found } = listGames(games, list, times);
  return { counts: listCounts(games, list, counted, times), found };
}

/** The number of listed games among the counted ones: `463 / 1,313 games`. */
function ofAll(found: Game[], { played }: Counts, { counted, number, words }: Formatter): string {
  return `${number(found.length)} / ${counted(words.games, played)}`;
}

/** The link preview of the page, or of a list of its games: 1200×630, the size for Open Graph. */
export const share = defineCard({
  name: "share",
  label: "Link preview",
  about: "What a shared link to the page shows",
  width: { default: 1200, min: 1200, max: 1200 },
  parts: ["avatar", "bar", "shelf"],
  options: {
    status: ofList("status"),
    system: ofList("system"),
    q: ofList("q"),
    awarded: ofList("awarded"),
    active: ofList("active"),
    // The card shows no order, so the order is no part of its key.
    sort: ofList("sort").transform(() => undefined),
  },
  optionsAbout: { sort: "Taken so that a list's address fits; it changes nothing" },
  takesList: true,
  height: () => 630,
  placesDate: true,
  times: ({ status }) => (status === "rare-mastered" ? "required" : null),
  images: ({ player, times }, options) => [
    player.profile.avatarPath,
    ...shelfOf(player.games, listOf(options), times).games.map(({ iconPath }) => iconPath),
  ],
  describe({ data: { player, times }, options, format }) {
    const { words } = format;
    const { counts, found } = countsOf(player.games, options, times);
    const { played, mastered } = found === null ? counts : countGames(found);
    const list = listOf(options);
    const filters = list === null ? [] : filtersInWords(list, playedSystems(player.games), format);
    const of = filters.length === 0 ? "" : filters.join(", ") + words.colon;
    const all = `${of}${format.counted(words.games, played)}`;
    // The name of a list of only mastered games, or of no mastered games, says so already.
    const isSaid = options.status !== "all" && (mastered === 0 || mastered === played);
    if (isSaid) return `${all}.`;
    return `${all}, ${words.counts.mastered}${words.colon}${format.number(mastered)}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width, date, shows } = drawing;
    const { player, image, times } = data;
    const { profile, games } = player;
    const list = listOf(options);
    const { counts, found } = countsOf(games, options, times);
    const isShelved = shows("shelf");
    const at = isShelved ? WITH_SHELF : WITHOUT;
    const left = shows("avatar") ? 80 + at.avatar + 40 : 80;
    if (shows("avatar")) pen.image(image(profile.avatarPath), 80, at.top, at.avatar);
    const room = width - left - 80;
    const shown = options.status === "all" || found === null ? "" : ofAll(found, counts, format);
    const aside = shown === "" ? 0 : widthOf(shown, "bold", COUNT) + 28;
    pen.text(profile.name, left, at.name, { size: 84, least: 56, face: "display", width: room });
    const soft = { size: 36, fill: pen.colors.soft, width: room - aside };
    const filters =
      list === null ? "" : filtersInWords(list, playedSystems(games), format).join(", ");
    const line = options.title ?? filters;
    if (line === "") pen.fit(pointsForms(profile, format, true), left, at.line, soft);
    else pen.text(line, left, at.line, { ...soft, least: 28 });
    if (shown !== "")
      pen.text(shown, width - 80, at.line, { size: COUNT, face: "bold", anchor: "end" });
    const figures = shownCounts(counts)
      // A list may have no games of most award kinds.
      .filter(({ key, value }) => list === null || key === "played" || value > 0)
      .map(({ key, value }) => ({ label: format.words.counts[key], value }));
    drawFigures({ pen, format }, figures, {
      ...{ x: 80, width: width - 160, gap: 20 },
      ...{ y: at.figures, size: 56, labelY: at.labels, labelSize: 28 },
    });
    if (shows("bar")) pen.bar(80, at.bar, width - 160, at.barHeight, awardMix(counts, pen.colors));
    if (isShelved) {
      const place = { x: 80, y: 398, width: width - 160, icon: ICON, columns: ICONS };
      drawCase(drawing, shelfOf(games, list, times).games, place);
    }
    const foot = { size: 28, fill: pen.colors.soft };
    if (date !== null) pen.text(date, 80, 602, foot);
    pen.text("Longplay", width - 80, 602, { ...foot, anchor: "end" });
  },
});
