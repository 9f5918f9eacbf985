import { Fragment, memo } from "react";
import { linkToList } from "@/app/_components/list/list-link";
import { DEFAULT_COMPARE_QUERY } from "@/lib/compare/compare-query";
import type { Overlap as OverlapCounts } from "@/lib/compare/overview";
import { aheadFilter, onlyFilter, type Who } from "@/lib/compare/who";
import { formatNumber, formatPercent } from "@/lib/format";
import { compareList } from "./compare-list";
import styles from "./overlap.module.css";
import { PlayerMark, playerClass } from "./player-mark";

interface OverlapProps {
  overlap: OverlapCounts;
  names: readonly string[];
  /** Of this page. */
  path: string;
}

/** A part of the games that players share. */
interface Part {
  who: Who;
  label: string;
  count: number;
  /** The player's place; null if it belongs to no one player. */
  place: number | null;
}

/** How many games the players share, and who is ahead in how many of them. */
export const Overlap = memo(function Overlap({ overlap, names, path }: OverlapProps) {
  const parts = partsOf(overlap, names);
  const shared = parts.reduce((sum, { count }) => sum + count, 0);
  const linkTo = (who: Who) =>
    linkToList(compareList(names.length), path, { ...DEFAULT_COMPARE_QUERY, who });
  return (
    <section aria-labelledby="overlap" className={styles.panel}>
      <h2 id="overlap" className={styles.title}>
        Who is ahead
      </h2>
      <p className={styles.shared}>
        <a href={linkTo("both")}>
          {names.length > 2 ? "All play " : "Both play "}
          <b>{formatNumber(overlap.both)}</b>
        </a>
        {names.map((name, at) => (
          <Fragment key={name}>
            {" "}
            <a href={linkTo(onlyFilter(at))}>
              only {name} <b>{formatNumber(overlap.only[at] ?? 0)}</b>
            </a>
          </Fragment>
        ))}
      </p>
      {shared === 0 ? (
        <p className={styles.none}>
          No game is played by more than one of them yet, so nobody is ahead.
        </p>
      ) : (
        <>
          <div className={styles.bar} aria-hidden="true">
            {parts.map(
              ({ who, count, place }) =>
                count > 0 && (
                  <i
                    key={who}
                    className={place === null ? styles.even : playerClass(place)}
                    style={{ flex: count }}
                  />
                ),
            )}
          </div>
          <ul className={styles.parts}>
            {parts.map(({ who, label, count, place }) => (
              <li key={who}>
                <a href={linkTo(who)}>
                  {place === null ? (
                    <span className={styles.evenMark} aria-hidden="true" />
                  ) : (
                    <PlayerMark place={place} />
                  )}
                  <span>{label}</span>
                  <b>{formatNumber(count)}</b>
                </a>
                <span className={styles.percent}>{formatPercent(count / shared)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
});

/** In the order of the bar: of two players, what is even stands between them. */
function partsOf({ ahead, even }: OverlapCounts, names: readonly string[]): Part[] {
  const parts: Part[] = names.map((name, place) => ({
    who: aheadFilter(place),
    label: `${name} ahead`,
    count: ahead[place] ?? 0,
    place,
  }));
  const middle = names.length === 2 ? 1 : names.length;
  parts.splice(middle, 0, { who: "even", label: "Even", count: even, place: null });
  return parts;
}
