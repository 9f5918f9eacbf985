import { useMemo } from "react";
import useSWRImmutable from "swr/immutable";
import { type GameChoice, type NamedGame, withOwnTitles } from "./own-titles";
import { useSettled } from "./use-settled";

/** Keys that follow one another ask once. */
const PAUSE_MS = 300;

interface Found {
  results: { gameId: number; title: string; consoleName: string | null }[];
}

/**
 * The games to choose from: the first ones, and all others whose titles have the words of a text, once they are here.
 *
 * @param user the player's name
 * @param text as typed; empty: only the first ones
 */
export function useGames(user: string, first: NamedGame[], text: string): GameChoice[] {
  const settled = useSettled(text, PAUSE_MS);
  const isAsked = settled === text && text !== "" && !first.some(({ title }) => title === text);
  const query = new URLSearchParams({ q: text });
  const address = `/api/v1/users/${user}/games?${query}`;
  const { data } = useSWRImmutable(isAsked ? address : null, fetchGames, {
    keepPreviousData: true,
  });
  return useMemo(() => withOwnTitles([...first, ...(data ?? [])]), [first, data]);
}

async function fetchGames(address: string): Promise<NamedGame[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  const { results }: Found = await response.json();
  return results.map(({ gameId, title, consoleName }) => ({
    id: gameId,
    title,
    systemName: consoleName,
  }));
}
