import type { ReactNode } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { dayAfter, utcDayOf } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import type { HistoryEvent } from "@/lib/history/events";
import type { EventfulDay } from "@/lib/history/recent-activity";
import styles from "./day-events.module.css";
import { EventMark } from "./event-mark";
import { eventSentence, gamesOf, type NamedGame, type Part } from "./event-sentence";
import { gamesLink } from "./progress-path";

/** Games that a sentence about many names. */
const NAMED = 3;

/** What the days of one player have in common. */
export interface EventContext extends GameBases {
  /** Of the player's page. */
  path: string;
  /** The library of today, by id: titles and icons come from it. */
  games: ReadonlyMap<number, Game>;
}

interface DayEventsProps extends EventContext {
  day: EventfulDay;
  /** Sentences at most; below them stands how many more there are. */
  most: number;
  /** A link to the day's own page; none on that page. */
  href?: string;
  /** The link to the rest, and what stands in it after how many more there are. */
  rest: { href: string; words?: string };
  /** What stands beside the date. */
  mark?: ReactNode;
}

/** What happened on a day: its date, and a sentence with a picture for each thing. */
export function DayEvents({ day, most, href, rest, mark, ...player }: DayEventsProps) {
  const date = formatDay(Date.parse(day.day) / 1000);
  const more = day.events.length - most;
  const shown = more > 0 ? day.events.slice(0, most) : day.events;
  return (
    <>
      <h3 className={styles.date}>
        {href ? <a href={href}>{date}</a> : date}
        {mark}
      </h3>
      <Since day={day} />
      <ul className={styles.events}>
        {shown.map((event) => (
          <li key={eventSentence(event).map(textOf).join("")}>
            <EventLine event={event} day={day.day} {...player} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={styles.more}>
          <a href={rest.href}>{`and ${formatNumber(more)} more${rest.words ?? ""}`}</a>
        </p>
      )}
    </>
  );
}

/** Events seen after days without a check may be from any of these days. */
function Since({ day: { day, since } }: { day: EventfulDay }) {
  const from = dayAfter(utcDayOf(since), 1);
  if (from >= day) return null;
  return <p className={styles.since}>since {formatDay(since / 1000)}</p>;
}

interface EventLineProps extends EventContext {
  event: HistoryEvent;
  day: string;
}

function EventLine({ event, day, path, games, mediaBase, gameBase }: EventLineProps) {
  const [first] = gamesOf(event);
  const icon = first === undefined ? undefined : games.get(first)?.iconPath;
  const parts = eventSentence(event).map((part) =>
    typeof part === "string" ? (
      part
    ) : (
      <Title key={part.game} part={part} game={games.get(part.game)} gameBase={gameBase} />
    ),
  );
  const ids = gamesOf(event);
  const isOfMany = ids.length > 1;
  // The list of a day has the games that were played last on it: while these are all, it leads there.
  const isListed = ids.every((id) => playedLastOn(day, games.get(id)));
  return (
    <>
      {icon === undefined ? (
        <span className={`${styles.icon} ${styles.unknown}`} />
      ) : (
        <BackgroundImage className={styles.icon} src={mediaBase + icon} />
      )}
      <EventMark event={event} />
      <p>
        {isOfMany && isListed ? <a href={gamesLink(path, `active=${day}`)}>{parts}</a> : parts}
        {isOfMany && !isListed && <Named ids={ids} games={games} gameBase={gameBase} />}
      </p>
    </>
  );
}

interface NamedProps extends Pick<EventContext, "games" | "gameBase"> {
  ids: number[];
}

/** The first games of a sentence about many, and how many more there are. */
function Named({ ids, games, gameBase }: NamedProps) {
  const more = ids.length - NAMED;
  return (
    <>
      {ids.slice(0, NAMED).map((id, at) => (
        <span key={id}>
          {at === 0 ? ": " : ", "}
          <Title part={{ game: id }} game={games.get(id)} gameBase={gameBase} />
        </span>
      ))}
      {more > 0 && ` and ${formatNumber(more)} more`}
    </>
  );
}

function playedLastOn(day: string, game: Game | undefined): boolean {
  const at = game?.mostRecentAwardedAt ?? null;
  return at !== null && utcDayOf(at * 1000) === day;
}

interface TitleProps {
  part: NamedGame;
  game: Game | undefined;
  gameBase: string | null;
}

function Title({ part, game, gameBase }: TitleProps) {
  const title = game?.title ?? part.title;
  return (
    <GameLink base={gameBase} id={part.game}>
      {title ? <GameTitle title={title} /> : `Game ${part.game}`}
    </GameLink>
  );
}

function textOf(part: Part): string {
  return typeof part === "string" ? part : String(part.game);
}
