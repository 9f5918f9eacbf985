import type { Game, Player } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { periodTotals } from "@/lib/history/period-totals";
import { type Counts, countGames } from "@/lib/progress/counts";
import type { Status } from "@/lib/progress/status";
import { statusInWords } from "./filters";
import { type Formatter, formatterOf } from "./formatter";
import { LANGUAGES } from "./words";

const SHOWN = [
  "mastered",
  "beaten",
  "completed",
  "played",
] as const satisfies readonly (keyof Counts)[];

/** An endpoint badge of shields.io (https://shields.io/badges/endpoint-badge). */
export interface Badge {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
  /** The message is an error: shields.io then ignores a custom colour. */
  isError?: true;
}

/**
 * A badge of one figure of a player's games; of the masteries, if `show` is unknown.
 *
 * @param locale a known locale, for words and numbers
 */
export function badge({ profile }: Player, games: Game[], show: string, locale: string): Badge {
  const format = formatterOf(locale);
  if (show === "points") {
    const label = format.counted(format.words.points, profile.points, "").trim();
    return badgeOf(label, format.number(profile.points), "d99b12");
  }
  const shown = SHOWN.find((name) => name === show) ?? "mastered";
  const color = shown === "beaten" ? "94a1aa" : shown === "played" ? "0b6150" : "d99b12";
  const message = format.number(countGames(games)[shown]);
  return badgeOf(labelOf(shown, format), message, color);
}

/**
 * A badge of the number of games in a list, labelled with the list's status.
 *
 * @param games null: unknown
 * @param locale as for {@link badge}
 */
export function listBadge(status: Status, games: number | null, locale: string): Badge {
  const { words, number } = formatterOf(locale);
  return badgeOf(statusInWords(status, words), games === null ? "unknown" : number(games));
}

/**
 * A badge of the last days' achievements, points and awards, without zeros.
 *
 * @param history of these days; null while it is unavailable
 * @param locale as for {@link badge}
 */
export function weekBadge(history: History | null, locale: string): Badge {
  const format = formatterOf(locale);
  const isKnown = history !== null && history.startedAt !== null;
  const message = isKnown ? weekInWords(history, format) : "–";
  return badgeOf(format.words.recentActivity.week, message);
}

function weekInWords({ days }: History, { words, counted }: Formatter): string {
  const { achievements, points, awards } = periodTotals(days);
  const parts = [
    counted(words.recentActivity.achievements, achievements),
    ...(points > 0 ? [`+${counted(words.points, points)}`] : []),
    ...(awards > 0 ? [counted(words.awardsWon, awards)] : []),
  ];
  return parts.join(" · ");
}

/** A badge with an error message. shields.io shows it only if its status is 200. */
export function errorBadge(message: string): Badge {
  return { ...badgeOf("Longplay", message, "red"), isError: true };
}

function badgeOf(label: string, message: string, color = "0b6150"): Badge {
  return { schemaVersion: 1, label, message, color };
}

/** English labels are in lower case, as is usual for badges. */
function labelOf(shown: (typeof SHOWN)[number], { words }: Formatter): string {
  return words === LANGUAGES.en ? shown : words.counts[shown];
}
