import type { Game } from "@/lib/domain/player";
import type { HistoryEvent } from "@/lib/history/events";
import { type EventfulDay, recentActivity } from "@/lib/history/recent-activity";
import { type CardData, type Drawing, defineCard } from "./card";
import { countOption } from "./count-option";
import { widthOf } from "./font";
import { plainTitle } from "./game-line";
import { drawHeading } from "./heading";

/** The most icons of games behind that of the first one, in a day's line. */
const MORE_ICONS = 4;
const SMALL_ICON = 20;
/** So many games are named of achievements in several. */
const NAMED = 3;
/** A small icon and what is left free beside it. */
const STEP = SMALL_ICON + 4;

const shownDays = ({ history }: CardData, count: number) =>
  recentActivity(history ?? { days: [] }, count);

/** As many as there are, of those that are asked for, and room for a line without any. */
const rowsOf = (count: number, data: CardData | null) =>
  data === null ? count : Math.max(1, shownDays(data, count).length);

/** The games of a day, the best first, each once. */
function gamesOf({ events }: EventfulDay): number[] {
  const ids = events.flatMap((told) => {
    if (told.kind === "achievements") return told.games.map(({ id }) => id);
    return told.kind === "renamed" ? [] : [told.id];
  });
  return [...new Set(ids)];
}

/** The icons of a day's line; the player's own where no game of it is in the library. */
function iconsOf(day: EventfulDay, { profile }: CardData["player"], games: ById): string[] {
  const icons = gamesOf(day).flatMap((id) => games.get(id)?.iconPath ?? []);
  return icons.length > 0 ? icons.slice(0, 1 + MORE_ICONS) : [profile.avatarPath];
}

type ById = ReadonlyMap<number, Game>;
const byId = ({ player }: CardData): ById => new Map(player.games.map((game) => [game.id, game]));

/** One thing that happened, in a few words. */
function inWords(told: HistoryEvent, games: ById, { words, counted }: Drawing<object>["format"]) {
  const { lately } = words;
  const titleOf = (id: number, known: string | null = null) => {
    const title = games.get(id)?.title ?? known;
    return title === null ? "" : words.colon + plainTitle(title);
  };
  switch (told.kind) {
    case "award":
      return words.awards[told.award] + titleOf(told.id);
    case "achievements": {
      const all = counted(lately.achievements, told.hardcore + told.casual);
      const titles = told.games.slice(0, NAMED).flatMap(({ id }) => games.get(id)?.title ?? []);
      const more = told.games.length > titles.length ? ", …" : "";
      return titles.length === 0
        ? all
        : all + words.colon + titles.map(plainTitle).join(", ") + more;
    }
    case "retired":
      return words.setRetired + titleOf(told.id);
    case "whole-again":
      return lately.wholeAgain + titleOf(told.id);
    case "gone":
      return lately.gone + titleOf(told.id, told.title);
    case "renamed":
      return lately.renamed + words.colon + told.to;
    default:
      return lately[told.kind] + titleOf(told.id);
  }
}

/** What else a day brought, how large a revised set was and is, achievements, points, and how much more than that. The longest first. */
function restOf({ events, points }: EventfulDay, format: Drawing<object>["format"]): string[] {
  const [first, ...others] = events;
  const { words, counted, number } = format;
  const won = others.find((told) => told.kind === "achievements");
  const gained = points.hardcore + points.casual;
  const parts = [
    first?.kind === "revised" ? `${number(first.from)} → ${number(first.to)}` : "",
    won ? counted(words.lately.achievements, won.hardcore + won.casual) : "",
    gained > 0 ? `+${counted(words.points, gained)}` : "",
    first && others.length > (won ? 1 : 0) ? `+${number(others.length - (won ? 1 : 0))}` : "",
  ].filter(Boolean);
  return parts.map((_, at) => parts.slice(0, parts.length - at).join(" · "));
}

/** What the card says that has no day to show. */
function nothingToTell({ history }: CardData, { words }: Drawing<object>["format"]): string {
  return history?.isKept === false ? words.none.history : words.none.lately;
}

const timeOf = ({ day }: EventfulDay) => Date.parse(day) / 1000;

/** What happened on the last days on which something did. */
export const lately = defineCard({
  name: "lately",
  about: "What happened on the last days: awards, achievements, revised sets",
  width: { default: 495, min: 400, max: 900 },
  parts: ["title"],
  ...countOption({ initial: 4, max: 10 }),
  needsHistory: true,
  height: ({ count }, data) => 66 + rowsOf(count, data) * 50,
  images(data, { count }) {
    const games = byId(data);
    return shownDays(data, count).flatMap((day) => iconsOf(day, data.player, games));
  },
  describe({ data, options, format }) {
    const days = shownDays(data, options.count);
    if (days.length === 0) return nothingToTell(data, format);
    const games = byId(data);
    const told = days.map((day) => {
      const sentences = day.events.slice(0, 3).map((each) => inWords(each, games, format));
      return `${format.day(timeOf(day))}, ${sentences.join(", ")}`;
    });
    return `${format.words.headings.lately}${format.words.colon}${told.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    const soft = pen.colors.soft;
    drawHeading(drawing, "lately");
    const games = byId(data);
    const days = shownDays(data, options.count);
    for (const [at, day] of days.entries()) {
      const y = 54 + at * 50;
      const [icon = "", ...more] = iconsOf(day, data.player, games);
      pen.image(data.image(icon), 20, y, 40);
      const date = format.day(timeOf(day));
      const [first] = day.events;
      pen.text(first ? inWords(first, games, format) : "", 72, y + 16, {
        ...{ size: 14, least: 12, face: "bold" },
        width: width - 72 - 20 - 12 - widthOf(date, "text", 11.5),
      });
      pen.text(date, width - 20, y + 16, { size: 11.5, fill: soft, anchor: "end" });
      const room = width - 72 - 20 - more.length * STEP;
      const rest = restOf(day, format);
      const fitting = rest.find((text) => widthOf(text, "text", 11.5) <= room) ?? rest.at(-1) ?? "";
      pen.text(fitting, 72, y + 34, { size: 11.5, fill: soft });
      for (const [place, path] of more.entries()) {
        pen.image(
          data.image(path),
          width - 20 - (more.length - place) * STEP + 4,
          y + 22,
          SMALL_ICON,
        );
      }
    }
    if (days.length === 0) pen.text(nothingToTell(data, format), 20, 72, { size: 14, fill: soft });
  },
});
