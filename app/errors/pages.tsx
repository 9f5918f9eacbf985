import type { ReactNode } from "react";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { NO_ANSWER_WORDS, NoAnswer } from "./_components/no-answer";
import { NoSuchGame } from "./_components/no-such-game";
import { NoSuchYear } from "./_components/no-such-year";
import { NotServed } from "./_components/not-served";
import { NothingHere } from "./_components/nothing-here";
import { UnknownPlayer } from "./_components/unknown-player";
import { YearUnreadable } from "./_components/year-unreadable";

/** A page for each error of the upstream, and four of the site's own. */
export type ErrorPageName =
  | UpstreamErrorCode
  | "not-found"
  | "no-such-year"
  | "year-unreadable"
  | "no-such-game";

interface ErrorPage {
  name: string;
  title: string;
  /** What stands between the site's header and its footer. */
  content: ReactNode;
}

const UNKNOWN_PLAYER = { title: "Player not found", content: <UnknownPlayer /> };

/** The error pages that the proxy writes: one for each {@link ErrorPageName}. */
export const ERROR_PAGES: readonly ErrorPage[] = [
  { name: "not-found", title: "Page not found", content: <NothingHere /> },
  { name: "no-such-year", title: "Year not found", content: <NoSuchYear /> },
  { name: "year-unreadable", title: "Year not available now", content: <YearUnreadable /> },
  { name: "no-such-game", title: "Game not found", content: <NoSuchGame /> },
  { name: "player-not-found", ...UNKNOWN_PLAYER },
  { name: "invalid-user", ...UNKNOWN_PLAYER },
  { name: "player-not-served", title: "Not shown here", content: <NotServed /> },
  ...Object.entries(NO_ANSWER_WORDS).map(([name, words]) => ({
    name,
    title: words.title,
    content: <NoAnswer {...words} />,
  })),
];
