import { useEffect, useState } from "react";
import useSWR from "swr";
import { type Library, unpackLibrary } from "@/lib/players/library";
import type { ProfileView } from "@/lib/players/profile-view";
import { warmUp } from "@/lib/progress/warm-up";

/** While the site itself has only stale data, a refresh is under way there: so soon it is asked again. */
const AFTER_STALE_MS = 5000;
const AFTER_FAILURE_MS = 30_000;
/** A reader who does nothing at first is reading: the page is not made to work beside that. */
const AFTER_LOAD_MS = 3000;
const SIGNS_OF_LIFE = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;

async function fetchLibrary(url: string): Promise<Library> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  return unpackLibrary(await response.json());
}

/** What can differ between two answers about a player; the games themselves are far too many. */
const isSameLibrary = (a: Library | undefined, b: Library | undefined) =>
  a?.player.checkedAt === b?.player.checkedAt && a?.refreshError === b?.refreshError;

/**
 * A player's whole library, undefined until it is there. It is asked for at the reader's first move
 * or some seconds after the page has loaded, then on focus and every `freshSeconds`.
 */
export function useLibrary(
  initial: ProfileView,
  freshSeconds: number,
): { library: Library | undefined; hasFailed: boolean } {
  const isWanted = useIsWanted();
  const url = `/api/v1/users/${initial.profile.name}/library`;
  const { data, error } = useSWR(isWanted ? url : null, fetchLibrary, {
    compare: isSameLibrary,
    focusThrottleInterval: 5000,
    refreshInterval: (latest) => {
      const { checkedAt } = latest?.player ?? initial;
      const { refreshError } = latest ?? initial;
      if (refreshError !== null) return AFTER_FAILURE_MS;
      const isStale = Date.now() - checkedAt >= freshSeconds * 1000;
      return isStale ? AFTER_STALE_MS : freshSeconds * 1000;
    },
  });
  useWarmUp(data);
  return { library: data, hasFailed: error !== undefined && data === undefined };
}

function useIsWanted(): boolean {
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    if (isWanted) return;
    const want = () => setIsWanted(true);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, want, { passive: true });
    const timer = setTimeout(want, AFTER_LOAD_MS);
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, want);
      clearTimeout(timer);
    };
  }, [isWanted]);
  return isWanted;
}

/** Prepares the first search and sorts between the other things that the browser has to do. */
function useWarmUp(library: Library | undefined): void {
  useEffect(() => {
    if (!library) return;
    const steps = warmUp(library.player.games);
    let timer = setTimeout(function step() {
      if (!steps.next().done) timer = setTimeout(step);
    });
    return () => clearTimeout(timer);
  }, [library]);
}
