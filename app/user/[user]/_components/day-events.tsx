import type { ReactNode } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { dayAfter, utcDayOf } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import type { HistoryEvent } from "@/lib/history/events";
import type { MergedDays } from "@/lib/history/merged-days";
import styles from "./day-events.module.css";
import { EventMark } from "./event-mark";
import { eventHint, eventSentence, gamesOf, type NamedGame, type Part } from "./event-sentence";
import { formatDays } from "./format-days";
import { gamesLink } from "./progress-path";

/** The most games that a sentence names. */
const NAMED = 3;

/** What all days of a player share. */
export interface EventContext extends GameBases {
  /** Of the player's overview. */
  path: string;
  /** The current library by id: for titles and icons. */
  games: ReadonlyMap<number, Game>;
}

interface DayEventsProps extends EventContext {
  day: MergedDays;
  /** The most sentences; a link below says how many more there are. */
  most: number;
  /** A link to the day on the history page; left out there. */
  href?: string;
  /** The link to the other sentences, and the words after their number. */
  rest: { href: string; words?: string };
  /** What stands beside the date. */
  mark?: ReactNode;
}

/** The date of a day or of a run of days, and a sentence with a picture for each event. */
export function DayEvents({ day, most, href, rest, mark, ...player }: DayEventsProps) {
  const date = formatDays(day.days.at(-1) ?? day.day, day.day);
  const more = day.events.length - most;
  const shown = more > 0 ? day.events.slice(0, most) : day.events;
  return (
    <>
      <div>
        <h3 className={styles.date}>
          {href ? <a href={href}>{date}</a> : date}
          {mark}
        </h3>
        <Since day={day} />
      </div>
      <div>
        <ul className={styles.events}>
          {shown.map((event) => (
            <li key={eventSentence(event).map(textOf).join("")}>
              <EventLine event={event} day={day} {...player} />
            </li>
          ))}
        </ul>
        {more > 0 && (
          <p className={styles.more}>
            <a href={rest.href}>{`and ${formatNumber(more)} more${rest.words ?? ""}`}</a>
          </p>
        )}
      </div>
    </>
  );
}

/** After days without a check, an event can be of any of these days. */
function Since({ day: { day, days, since } }: { day: MergedDays }) {
  const from = dayAfter(utcDayOf(since), 1);
  if (from >= (days.at(-1) ?? day)) return null;
  return <p className={styles.since}>since {formatDay(since / 1000)}</p>;
}

interface EventLineProps extends EventContext {
  event: HistoryEvent;
  day: MergedDays;
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
  // The list of a day has the games whose newest unlock is of that day: link to it while it has all of these.
  const isListed = day.days.length === 1 && ids.every((id) => playedLastOn(day.day, games.get(id)));
  return (
    <>
      {icon === undefined ? (
        <span className={`${styles.icon} ${styles.unknown}`} />
      ) : (
        <BackgroundImage className={styles.icon} src={mediaBase + icon} />
      )}
      <EventMark event={event} />
      <p title={eventHint(event)}>
        {isOfMany && isListed ? <a href={gamesLink(path, `active=${day.day}`)}>{parts}</a> : parts}
        {isOfMany && !isListed && <Named ids={ids} games={games} gameBase={gameBase} />}
      </p>
    </>
  );
}

interface NamedProps extends Pick<EventContext, "games" | "gameBase"> {
  ids: number[];
}

/** The first games of an event, and how many more there are. */
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
