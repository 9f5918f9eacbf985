import { memo } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { linkToList } from "@/app/_components/list/list-link";
import { pluralize } from "@/app/_components/pluralize";
import { DEFAULT_COMPARE_PAGE } from "@/lib/compare/compare-query";
import type { Overlap } from "@/lib/compare/overview";
import { aheadFilter, onlyFilter, type Who } from "@/lib/compare/who";
import type { Profile } from "@/lib/domain/player";
import { formatNumber, formatPercent } from "@/lib/format";
import { compareList } from "./compare-list";
import styles from "./head-to-head.module.css";
import { PlayerMark, playerClass } from "./player-mark";

interface HeadToHeadProps {
  overlap: Overlap;
  profiles: readonly Profile[];
  mediaBase: string;
  /** Of this page. */
  path: string;
}

/** The players, who of them is ahead in how many games, and how many games they have in common. */
export const HeadToHead = memo(function HeadToHead(props: HeadToHeadProps) {
  const { overlap, profiles, mediaBase, path } = props;
  const { ahead, even, both, all, only } = overlap;
  const compared = ahead.reduce((sum, count) => sum + count, even);
  const linkTo = (who: Who) =>
    linkToList(compareList(profiles.length), path, { ...DEFAULT_COMPARE_PAGE, who });
  const shares: { who: Who; label: string; count: number }[] = [
    { who: "even", label: "Tied", count: even },
    { who: "both", label: "In common", count: both },
    { who: "all", label: "All games", count: all },
    ...profiles.map(({ name }, at) => ({
      who: onlyFilter(at),
      label: `Only ${name}`,
      count: only[at] ?? 0,
    })),
  ];
  return (
    <section aria-labelledby="head-to-head" className={styles.panel}>
      <div className={styles.heading}>
        <h2 id="head-to-head" className={styles.title}>
          Head to head
        </h2>
        <p className={styles.lead}>{leadInWords(overlap, profiles, compared)}</p>
      </div>
      <ul className={`${styles.players} ${profiles.length === 2 ? styles.duel : ""}`}>
        {profiles.map(({ name, avatarPath }, at) => (
          <li key={name} className={playerClass(at)}>
            <a className={styles.player} href={`/user/${name}`}>
              <BackgroundImage className={styles.avatar} src={mediaBase + avatarPath} />
              <span className={styles.name}>
                <PlayerMark place={at} />
                <span>{name}</span>
              </span>
            </a>
            <p className={styles.score}>
              <a href={linkTo(aheadFilter(at))}>
                <span className="visually-hidden">{name} </span>
                <span>ahead</span> <b>{formatNumber(ahead[at] ?? 0)}</b>
              </a>
              {compared > 0 && (
                <span className={styles.percent}>{formatPercent((ahead[at] ?? 0) / compared)}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {compared > 0 && (
        <>
          <Bar overlap={overlap} />
          <p className={styles.rule}>
            Ahead: the better award, then more achievements, then the earlier award.
          </p>
        </>
      )}
      <p className={styles.shares}>
        {shares.map(({ who, label, count }) => (
          <a key={who} href={linkTo(who)}>
            {label} <b>{formatNumber(count)}</b>
          </a>
        ))}
      </p>
    </section>
  );
});

/** The games that players share, by leader. Of two players, the tied games are between theirs. */
function Bar({ overlap: { ahead, even } }: { overlap: Overlap }) {
  const parts = ahead.map((count, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a player's place does not change
    <i key={at} className={playerClass(at)} style={{ flex: count }} hidden={count === 0} />
  ));
  parts.splice(
    ahead.length === 2 ? 1 : ahead.length,
    0,
    <i key="tied" className={styles.tied} style={{ flex: even }} hidden={even === 0} />,
  );
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts}
    </div>
  );
}

/** Who leads in most games: `Anna leads 5 to 4`. */
function leadInWords({ ahead }: Overlap, profiles: readonly Profile[], compared: number): string {
  if (compared === 0) return "No games in common yet.";
  const most = Math.max(...ahead);
  const leaders = profiles.filter((_, at) => ahead[at] === most).map(({ name }) => name);
  const [leader] = leaders;
  if (leader === undefined || leaders.length > 1) {
    return profiles.length === 2
      ? `Tied ${formatNumber(most)} to ${formatNumber(most)}`
      : `Tied at ${pluralize(most, "game")}`;
  }
  return profiles.length === 2
    ? `${leader} leads ${formatNumber(most)} to ${formatNumber(Math.min(...ahead))}`
    : `${leader} leads in ${formatNumber(most)} of ${pluralize(compared, "game")}`;
}
