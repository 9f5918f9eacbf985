import { startTransition, useEffect, useRef, useState } from "react";
import useSWR from "swr";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { Library } from "@/lib/views/library";
import { fetchLibrary } from "./fetch-library";

/** While the site itself has only stale data, a refresh is under way there: so soon it is asked again. */
const AFTER_STALE_MS = 5000;
const AFTER_FAILURE_MS = 30_000;
/** A reader who does nothing at first is reading: the page is not made to work beside that. */
const AFTER_LOAD_MS = 3000;
const SIGNS_OF_LIFE = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;

/** What a page knows of a player before the library is there. */
export interface KnownPlayer {
  name: string;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
}

/** What a page does with libraries, in code that it need not load before it has them. */
interface LibraryTools {
  /** Prepares, step by step, what choices will take. */
  warmUp: (libraries: Library[]) => Generator<void>;
}

interface Loaded<Tools> {
  libraries: Library[];
  tools: Tools;
}

/** Whether nothing is new of anybody; the games themselves are far too many to compare. */
const areSame = <Tools>(before: Loaded<Tools> | undefined, after: Loaded<Tools> | undefined) =>
  before === after ||
  before?.libraries.every((library, at) => library === after?.libraries[at]) === true;

/**
 * The whole libraries of some players and what is done with them, undefined until all are there. They are asked for at the reader's
 * first move or some seconds after the page has loaded, then on focus and every `freshSeconds`.
 *
 * @param players who they are, as long as the page is there
 * @param loadTools the same function as long as the page is there
 */
export function useLibraries<Tools extends LibraryTools>(
  players: readonly KnownPlayer[],
  freshSeconds: number,
  loadTools: () => Promise<Tools>,
): { loaded: Loaded<Tools> | undefined; hasFailed: boolean } {
  const isWanted = useIsWanted();
  const before = useRef<Library[]>([]);
  const fetchAll = async (names: readonly string[]) => {
    const loading = loadTools();
    const asked = names.map((name, at) => fetchLibrary(name, before.current[at]));
    const [tools, libraries] = await Promise.all([loading, Promise.all(asked)]);
    before.current = libraries;
    return { libraries, tools };
  };
  const { data, error } = useSWR(isWanted ? players.map(({ name }) => name) : null, fetchAll, {
    compare: areSame,
    focusThrottleInterval: 5000,
    refreshInterval: (latest) => soonest(latest?.libraries.map(knownOf) ?? players, freshSeconds),
  });
  return { loaded: usePrepared(data), hasFailed: error !== undefined && data === undefined };
}

const knownOf = ({ player, refreshError }: Library): KnownPlayer => ({
  name: player.profile.name,
  checkedAt: player.checkedAt,
  refreshError,
});

/** Milliseconds until there may be something new of one of these. */
function soonest(players: readonly KnownPlayer[], freshSeconds: number): number {
  return Math.min(
    ...players.map(({ checkedAt, refreshError }) => {
      if (refreshError !== null) return AFTER_FAILURE_MS;
      const isStale = Date.now() - checkedAt >= freshSeconds * 1000;
      return isStale ? AFTER_STALE_MS : freshSeconds * 1000;
    }),
  );
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

/**
 * The libraries once what choices will take is prepared, between the other things that the browser has to do: no key
 * stroke waits for all of it. Until then, those from before.
 */
function usePrepared<Tools extends LibraryTools>(
  loaded: Loaded<Tools> | undefined,
): Loaded<Tools> | undefined {
  const [prepared, setPrepared] = useState<Loaded<Tools>>();
  useEffect(() => {
    if (!loaded) return;
    const steps = loaded.tools.warmUp(loaded.libraries);
    let timer = setTimeout(function step() {
      if (steps.next().done) startTransition(() => setPrepared(loaded));
      else timer = setTimeout(step);
    });
    return () => clearTimeout(timer);
  }, [loaded]);
  return prepared;
}
