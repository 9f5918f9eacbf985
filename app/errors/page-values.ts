import { MOST_PLAYERS } from "@/lib/compare/who";
import { typedInSegment } from "@/lib/domain/typed-user";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { isUser } from "@/lib/domain/user";
import { env } from "@/lib/env";
import { gameBase, siteBase, upstreamMode } from "@/lib/retroachievements/retroachievements";
import type { TemplateValues } from "./slots";

/** The codes of names that can be corrected in the form. */
const CORRECTED: readonly UpstreamErrorCode[] = [
  "player-not-found",
  "invalid-user",
  "player-not-served",
];
/** The codes of a limit. */
const LIMITED: readonly UpstreamErrorCode[] = ["busy", "too-many-requests", "rate-limited"];

const RETRY_SECONDS = 15;
const MOST_RETRY_SECONDS = 600;
/** Characters of the request that are repeated. */
const SHOWN_CHARACTERS = 64;

/** The players that a page is about, as they stand in the URL. */
export interface AskedPlayers {
  /** All players of the request. */
  users: readonly string[];
  /** Those that cannot be shown. */
  wrong: readonly string[];
  /** Whether the request was for a comparison. */
  isComparison: boolean;
}

/**
 * What an error page about players says.
 *
 * @param retryAfterSeconds when to come back, as far as that is known
 */
export function playerErrorValues(
  code: UpstreamErrorCode,
  retryAfterSeconds: number | null,
  { users, wrong, isComparison }: AskedPlayers,
): TemplateValues {
  const names = wrong.filter(isUser);
  const base = siteBase();
  return {
    isDemo: upstreamMode() === "demo",
    showsDemoPlayers: upstreamMode() === "demo" && env().PLAYERS === undefined,
    // Of an unknown player, and of one who is not served.
    unknown: [...new Set(names)].map((name) => ({ name })),
    isMalformed: names.length < wrong.length,
    isNamed: names.length > 0,
    names: names.map((name, at) => ({ name, before: at === 0 ? "" : " and " })),
    areNone: names.length === 1 ? "is not one of them." : "are not among them.",
    links: base ? names.map((name) => ({ name, address: `${base}/user/${name}` })) : [],
    // Who could not be loaded.
    users: wrong.map(shorten).join(", "),
    seconds: retrySeconds(code, retryAfterSeconds ?? 0),
    address: `/${isComparison ? "compare" : "user"}/${users.map(encodeURIComponent).join("/")}`,
    isPlayer: !isComparison,
    typed: typed(users[0] ?? ""),
    isComparison,
    ...fieldValues(users, CORRECTED.includes(code) ? wrong : []),
  };
}

/** What the page about a year says that the player does not have. */
export function noSuchYearValues(
  name: string,
  year: string,
  years: readonly number[],
): TemplateValues {
  return {
    name,
    asked: /^\d{4}$/.test(year) ? `The year ${year}` : `“${shorten(year)}”`,
    years: years.map((each) => ({ year: each })),
  };
}

/** What the page about a year says while the player's unlocks cannot be read. */
export function yearUnreadableValues(name: string, year: string): TemplateValues {
  return { name, year, seconds: RETRY_SECONDS, address: `/user/${name}/year/${year}` };
}

/**
 * What the page about a game says that the player's list does not have.
 *
 * @param asked the game's id as it stands in the URL
 * @param gameId null if that is none
 */
export function noSuchGameValues(
  name: string,
  asked: string,
  gameId: number | null,
): TemplateValues {
  const base = gameBase();
  return {
    name,
    asked: gameId === null ? `“${shorten(asked)}”` : `Game ${gameId}`,
    gameLinks: gameId !== null && base ? [{ address: `${base}/${gameId}` }] : [],
  };
}

/** What stands in each field of the comparison's form, and whether it is wrong; the first wrong one has the focus. */
function fieldValues(users: readonly string[], wrong: readonly string[]): TemplateValues {
  const first = users.findIndex((user) => wrong.includes(user));
  const fields = Array.from({ length: MOST_PLAYERS }, (_, place) => {
    const user = users[place] ?? "";
    const isWrong = wrong.includes(user);
    return {
      [`typed${place}`]: typed(user),
      [`isRight${place}`]: !isWrong,
      [`isWrong${place}`]: isWrong && place !== first,
      [`isFirstWrong${place}`]: isWrong && place === first,
    };
  });
  return Object.assign({}, ...fields);
}

const shorten = (text: string) => text.slice(0, SHOWN_CHARACTERS);

const typed = (user: string) => typedInSegment(shorten(user));

/** An outage may end at any moment; a limit ends when it says. */
function retrySeconds(code: UpstreamErrorCode, seconds: number): number {
  if (!LIMITED.includes(code)) return RETRY_SECONDS;
  return Math.min(MOST_RETRY_SECONDS, Math.max(RETRY_SECONDS, Math.ceil(seconds)));
}
