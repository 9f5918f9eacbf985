import type { Game } from "@/lib/domain/player";
import type { HistoryEvent } from "@/lib/history/events";
import { recentActivity as daysWithEvents, type EventfulDay } from "@/lib/history/recent-activity";
import { type CardData, type Drawing, defineCard } from "./card";
import { countOption } from "./count-option";
import { plainTitle } from "./game-line";
import { drawHeading } from "./heading";
import { widthOf } from "./text-width";

/** Maximum number of further icons in a day's row. */
const MORE_ICONS = 4;
const SMALL_ICON = 20;
/** Maximum number of games named in an event of several. */
const NAMED = 3;
/** A small icon with its gap. */
const STEP = SMALL_ICON + 4;

const shownDays = ({ history }: CardData, count: number) =>
  daysWithEvents(history ?? { days: [] }, count);

/** Number of rows: at most `count`, and one for the text of an empty card. */
const rowsOf = (count: number, data: CardData | null) =>
  data === null ? count : Math.max(1, shownDays(data, count).length);

/** The games of a day, best first, each once. */
function gamesOf({ events }: EventfulDay): number[] {
  const ids = events.flatMap((event) => {
    if (event.kind === "achievements") return event.games.map(({ id }) => id);
    return event.kind === "renamed" ? [] : [event.id];
  });
  return [...new Set(ids)];
}

/** The icons of a day's row; the avatar if none of its games is in the library. */
function iconsOf(day: EventfulDay, { profile }: CardData["player"], games: ById): string[] {
  const icons = gamesOf(day).flatMap((id) => games.get(id)?.iconPath ?? []);
  return icons.length > 0 ? icons.slice(0, 1 + MORE_ICONS) : [profile.avatarPath];
}

type ById = ReadonlyMap<number, Game>;
const byId = ({ player }: CardData): ById => new Map(player.games.map((game) => [game.id, game]));

/** An event in a few words. */
function inWords(event: HistoryEvent, games: ById, { words, counted }: Drawing<object>["format"]) {
  const { recentActivity } = words;
  const titleOf = (id: number, known: string | null = null) => {
    const title = games.get(id)?.title ?? known;
    return title === null ? "" : words.colon + plainTitle(title);
  };
  switch (event.kind) {
    case "award":
      return words.awards[event.award] + titleOf(event.id);
    case "achievements": {
      const all = counted(recentActivity.achievements, event.hardcore + event.casual);
      const titles = event.games.slice(0, NAMED).flatMap(({ id }) => games.get(id)?.title ?? []);
      const more = event.games.length > titles.length ? ", …" : "";
      return titles.length === 0
        ? all
        : all + words.colon + titles.map(plainTitle).join(", ") + more;
    }
    case "retired":
      return words.setRetired + titleOf(event.id);
    case "whole-again":
      return recentActivity.wholeAgain + titleOf(event.id);
    case "gone":
      return recentActivity.gone + titleOf(event.id, event.title);
    case "renamed":
      return recentActivity.renamed + words.colon + event.to;
    default:
      return recentActivity[event.kind] + titleOf(event.id);
  }
}

/** The second line of a day, longest form first: a revised set's sizes, achievements, points, number of further events. */
function restOf({ events, points }: EventfulDay, format: Drawing<object>["format"]): string[] {
  const [first, ...others] = events;
  const { words, counted, number } = format;
  const won = others.find((event) => event.kind === "achievements");
  const gained = points.hardcore + points.casual;
  const parts = [
    first?.kind === "revised" ? `${number(first.from)} → ${number(first.to)}` : "",
    won ? counted(words.recentActivity.achievements, won.hardcore + won.casual) : "",
    gained > 0 ? `+${counted(words.points, gained)}` : "",
    first && others.length > (won ? 1 : 0) ? `+${number(others.length - (won ? 1 : 0))}` : "",
  ].filter(Boolean);
  return parts.map((_, at) => parts.slice(0, parts.length - at).join(" · "));
}

/** The text of a card without days. */
function emptyText({ history }: CardData, { words }: Drawing<object>["format"]): string {
  return history?.isKept === false ? words.none.history : words.none.recentActivity;
}

const timeOf = ({ day }: EventfulDay) => Date.parse(day) / 1000;

/** The events of the most recent days that have any. The card's public name is `lately`. */
export const recentActivity = defineCard({
  name: "lately",
  label: "Recent activity",
  about: "Awards and achievements of the last days",
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
    if (days.length === 0) return emptyText(data, format);
    const games = byId(data);
    const lines = days.map((day) => {
      const sentences = day.events.slice(0, 3).map((each) => inWords(each, games, format));
      return `${format.day(timeOf(day))}, ${sentences.join(", ")}`;
    });
    return `${format.words.headings.recentActivity}${format.words.colon}${lines.join("; ")}.`;
  },
  draw(drawing) {
    const { pen, data, options, format, width } = drawing;
    const soft = pen.colors.soft;
    drawHeading(drawing, "recentActivity");
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
    if (days.length === 0) pen.text(emptyText(data, format), 20, 72, { size: 14, fill: soft });
  },
});
