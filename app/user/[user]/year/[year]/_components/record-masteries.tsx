import type { ReactNode } from "react";
import { listLink } from "@/app/user/[user]/_components/list-link";
import { utcDayOf } from "@/lib/domain/days";
import { formatRarity } from "@/lib/games/format-rarity";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import type { Sort } from "@/lib/progress/sorts";
import type { Mastery } from "@/lib/times/masteries";
import { formatPlaytime } from "@/lib/times/time-of-row";
import type { YearTimes } from "@/lib/times/year-times";
import { Chapter, type YearProps } from "./chapter";
import { GameHighlight } from "./game-highlight";
import styles from "./game-highlights.module.css";
import { dayInYear } from "./in-year";

interface RecordMasteriesProps extends YearProps {
  times: YearTimes;
}

/** The rarest and the fastest mastery of a year, as far as they are known. A game that is both is shown once. */
export function RecordMasteries({ review, times, path, ...bases }: RecordMasteriesProps) {
  const { rarest, fastest } = times;
  const first = rarest ?? fastest;
  if (!first) return null;
  const listOf = (sort: Sort) =>
    listLink(path, {
      ...DEFAULT_LIST_QUERY,
      ...{ status: "eq-mastered", awarded: String(review.year), sort },
    });
  const isOne = rarest?.game.id === fastest?.game.id;
  const rarity = rarest && (
    <a href={listOf("rarity")}>Mastered by {formatRarity(rarest.rarity)} of hardcore players</a>
  );
  const time = fastest && (
    <a href={listOf("-time_to_master")}>Mastered in {formatPlaytime(fastest.seconds)}</a>
  );
  const highlight = ({ game, at }: Mastery, label: string, facts: ReactNode) => (
    <li>
      <GameHighlight
        game={game}
        kind="mastered"
        label={at === null ? label : `${label}, ${dayInYear(utcDayOf(at * 1000))}`}
        size="large"
        {...bases}
      >
        {facts}
      </GameHighlight>
    </li>
  );
  return (
    <Chapter id="record-masteries" title={titleOf(times)} accent="gold">
      <ul className={styles.two}>
        {isOne && rarest ? (
          highlight(
            rarest,
            "Rarest and fastest",
            <>
              {rarity} · {time}
            </>,
          )
        ) : (
          <>
            {rarest && highlight(rarest, "Rarest", rarity)}
            {fastest && highlight(fastest, "Fastest", time)}
          </>
        )}
      </ul>
    </Chapter>
  );
}

function titleOf({ rarest, fastest }: YearTimes): string {
  if (rarest && fastest) return "Rarest and fastest mastery";
  return rarest ? "Rarest mastery" : "Fastest mastery";
}
