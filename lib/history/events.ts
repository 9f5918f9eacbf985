import type { AwardKind } from "@/lib/domain/player";
import { type AchievementsWon, achievementsWon } from "./achievements-won";
import { addedReason } from "./added-reason";
import { type AwardWon, awardWon } from "./award-won";
import type { DayRecord } from "./day-record";
import { type Reset, reset } from "./reset";
import { type Revision, retirement, revision, wholeAgain } from "./revision";

/** Something that happened on a day. Games are given by id. */
export type HistoryEvent =
  | ({ kind: "award"; id: number } & AwardWon)
  /** In all games of the day together, and by game, most first. */
  | ({ kind: "achievements"; games: ({ id: number } & AchievementsWon)[] } & AchievementsWon)
  | { kind: "begun"; id: number }
  | ({ kind: "revised"; id: number } & Revision)
  /** A mastery or completion that a revision had broken was restored. */
  | { kind: "whole-again"; id: number; award: AwardKind }
  | { kind: "retired" | "back"; id: number }
  | ({ kind: "reset"; id: number } & Reset)
  /** The game left RA's list: all progress was reset, or its set shrank to five achievements or fewer. */
  | { kind: "gone"; id: number; title: string | null }
  | { kind: "renamed"; from: string; to: string };

/** All kinds of events, in the order in which a day lists them. */
export const EVENT_KINDS = [
  "award",
  "whole-again",
  "achievements",
  "begun",
  "revised",
  "retired",
  "back",
  "reset",
  "gone",
  "renamed",
] as const satisfies readonly HistoryEvent["kind"][];

/** The events of a day, the best first. */
export function eventsOf(record: DayRecord): HistoryEvent[] {
  const events: HistoryEvent[] = record.games.flatMap((change): HistoryEvent[] => {
    const { id } = change;
    const award = awardWon(change, record.since);
    const whole = wholeAgain(change);
    const revised = revision(change);
    const retired = retirement(change);
    const lost = reset(change);
    return [
      ...(award ? [{ kind: "award" as const, id, ...award }] : []),
      ...(whole ? [{ kind: "whole-again" as const, id, award: whole }] : []),
      ...(addedReason(change, record.since) === "begun" ? [{ kind: "begun" as const, id }] : []),
      ...(revised ? [{ kind: "revised" as const, id, ...revised }] : []),
      ...(retired ? [{ kind: retired, id }] : []),
      ...(lost ? [{ kind: "reset" as const, id, ...lost }] : []),
      ...(change.after === null ? [{ kind: "gone" as const, id, title: change.title }] : []),
    ];
  });
  const won = allAchievementsWon(record);
  if (won) events.push(won);
  if (record.renamed) events.push({ kind: "renamed", ...record.renamed });
  return events.sort((one, other) => place(one) - place(other));
}

const place = ({ kind }: HistoryEvent) => EVENT_KINDS.indexOf(kind);

function allAchievementsWon({ games, since }: DayRecord): HistoryEvent | null {
  const won = games.flatMap((change) => {
    const achievements = achievementsWon(change, since);
    return achievements ? [{ id: change.id, ...achievements }] : [];
  });
  if (won.length === 0) return null;
  const sum = (mode: keyof AchievementsWon) => won.reduce((all, game) => all + game[mode], 0);
  const all = (game: AchievementsWon) => game.hardcore + game.casual;
  won.sort((one, other) => all(other) - all(one));
  return { kind: "achievements", hardcore: sum("hardcore"), casual: sum("casual"), games: won };
}
