import type { ReactNode } from "react";

/** Where a page has the pictures of games, and their pages. */
export interface GameBases {
  /** Base of icon and avatar paths, without a slash at its end. */
  mediaBase: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

interface GameLinkProps {
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  base: string | null;
  id: number;
  children: ReactNode;
}

/** Leads to a game's page, or is its text alone. */
export function GameLink({ base, id, children }: GameLinkProps) {
  return base === null ? children : <a href={`${base}/${id}`}>{children}</a>;
}
