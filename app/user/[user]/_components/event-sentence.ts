import { pluralize } from "@/app/_components/pluralize";
import type { AwardKind } from "@/lib/domain/player";
import { formatNumber, formatPercent } from "@/lib/format";
import type { AwardWon } from "@/lib/history/award-won";
import type { HistoryEvent } from "@/lib/history/events";
import type { Reset } from "@/lib/history/reset";
import type { Revision } from "@/lib/history/revision";

/** A part of a sentence: words, or the id of a game to be shown by its title. */
export type Part = string | NamedGame;

/** A game in a sentence. */
export interface NamedGame {
  game: number;
  /** Only of a game that left the list, which has its title nowhere else; null if unknown. */
  title?: string | null;
}

const AWARDS: Record<AwardKind, string> = {
  mastered: "mastery",
  completed: "completion",
  "beaten-hardcore": "beaten award",
  "beaten-softcore": "casual beaten award",
};

/** An event as a sentence about the player, without a full stop. */
export function eventSentence(event: HistoryEvent): Part[] {
  switch (event.kind) {
    case "award":
      return awarded({ game: event.id }, event);
    case "whole-again":
      return [`Restored the ${AWARDS[event.award]} of `, { game: event.id }];
    case "achievements":
      return achieved(event);
    case "begun":
      return ["Started ", { game: event.id }];
    case "revised":
      return [{ game: event.id }, revised(event)];
    case "retired":
      return [{ game: event.id }, " set was retired"];
    case "back":
      return [{ game: event.id }, " set is back"];
    case "reset":
      return wasReset({ game: event.id }, event);
    case "gone":
      return [{ game: event.id, title: event.title }, " is no longer listed"];
    case "renamed":
      return [`Changed name from ${event.from} to ${event.to}`];
  }
}

/** What a word of RA in an event's sentence means, in a sentence; undefined if none needs it. */
export function eventHint(event: HistoryEvent): string | undefined {
  const { kind } = event;
  if (kind === "retired") return "A retired set has no achievements left to unlock.";
  const isCasual =
    kind === "achievements" ? event.casual > 0 : kind === "award" && isCasualAward(event);
  return isCasual
    ? "Casual: unlocked without hardcore mode, so save states were allowed."
    : undefined;
}

/** The games of an event. */
export function gamesOf(event: HistoryEvent): number[] {
  if (event.kind === "renamed") return [];
  return event.kind === "achievements" ? event.games.map(({ id }) => id) : [event.id];
}

function isCasualAward({ award }: AwardWon): boolean {
  return award === "completed" || award === "beaten-softcore";
}

function awarded(game: NamedGame, { award, raisedFrom }: AwardWon): Part[] {
  switch (award) {
    case "mastered":
      return ["Mastered ", game, ...(raisedFrom === "completed" ? [" (completed before)"] : [])];
    case "completed":
      return ["Completed ", game];
    case "beaten-hardcore":
      return ["Beat ", game, ...(raisedFrom === "beaten-softcore" ? [" in hardcore too"] : [])];
    case "beaten-softcore":
      return ["Beat ", game, " (casual)"];
  }
}

function achieved({ hardcore, casual, games }: HistoryEvent & { kind: "achievements" }): Part[] {
  const [first] = games;
  const where: Part[] =
    games.length === 1 && first ? [{ game: first.id }] : [`${formatNumber(games.length)} games`];
  if (hardcore === 0) return [`${pluralize(casual, "casual achievement")} in `, ...where];
  return [
    `${pluralize(hardcore + casual, "achievement")} in `,
    ...where,
    ...(casual > 0 ? [` (${formatNumber(casual)} casual)`] : []),
  ];
}

function revised({ from, to, broken, won }: Revision): string {
  const sizes = ` set ${to > from ? "grew" : "shrank"} from ${formatNumber(from)} to ${formatNumber(to)}`;
  return broken ? `${sizes}: ${AWARDS[broken]} now at ${formatPercent(won)}` : sizes;
}

function wasReset(game: NamedGame, { lost, lostHardcore, award }: Reset): Part[] {
  const were = (count: number) => (count === 1 ? "was" : "were");
  const and = award ? `, and the ${AWARDS[award]} is gone` : "";
  if (lost > 0) {
    return [`${pluralize(lost, "achievement")} in `, game, ` ${were(lost)} reset${and}`];
  }
  if (lostHardcore > 0) {
    return [
      `${pluralize(lostHardcore, "achievement")} in `,
      game,
      ` ${lostHardcore === 1 ? "is" : "are"} casual now${and}`,
    ];
  }
  return [`The ${award ? AWARDS[award] : "award"} of `, game, " is gone"];
}
