import { type MouseEvent, useEffect, useRef } from "react";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import type { PagedQuery } from "@/lib/progress/query-parameters";
import type { ListCodec } from "./list-codec";
import { plainlyClicked } from "./plain-click";
import { useListQuery } from "./use-list-query";

/** How long a choice waits before the server is asked, when the libraries cannot be had. */
const SERVER_WAIT_MS = 700;

interface ListSource<Query extends PagedQuery> {
  codec: ListCodec<Query>;
  /** Of the page that the list is on. */
  path: string;
  /** The query that the page came with. */
  initial: Query;
  /** Whether choices can be answered here. */
  isReady: boolean;
  /** Whether that cannot be at present. */
  hasFailed: boolean;
}

/**
 * The list of a page that the server has made: what is chosen, and the ways to choose. As soon as the
 * page is ready for it, links and fields are answered in place; until then, and if it cannot be, by the server.
 */
export function useList<Query extends PagedQuery>(source: ListSource<Query>) {
  const { codec, path, initial, isReady, hasFailed } = source;
  const { query, show, type, askServer } = useListQuery(codec, initial);
  const heading = useRef<HTMLHeadingElement>(null);
  const isChosen = query !== initial;
  const isWaiting = isChosen && !isReady;

  // What was chosen before the libraries came can still be answered by the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter typed begins the wait again
  useEffect(() => {
    if (!isWaiting || !hasFailed) return;
    const timer = setTimeout(askServer, SERVER_WAIT_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, hasFailed, askServer, query]);

  /** Shows a list and brings it into view, unless its first rows are there already. */
  function showInView(next: Query) {
    show(next);
    const top = heading.current?.getBoundingClientRect().top ?? 0;
    if (top >= 0 && top < innerHeight / 2) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }

  /** For clicks anywhere on the page. */
  function answerInPlace(event: MouseEvent) {
    const search = isReady ? searchOfLink(event, path) : undefined;
    if (search === undefined) return;
    event.preventDefault();
    showInView(codec.parse(new URLSearchParams(search)).query);
  }

  return {
    codec,
    path,
    query,
    heading,
    /** Whether what was chosen is not there yet. */
    isWaiting,
    /** Whether what is there was chosen here, and not loaded with the page. */
    isAnswer: isChosen && !isWaiting,
    show,
    showInView,
    type,
    answerInPlace,
  };
}

/** A list on its page, as {@link useList} gives it. */
export type List<Query extends PagedQuery> = ReturnType<typeof useList<Query>>;

/** What the link that was clicked asks of this very page's list, if it does and opens here. */
function searchOfLink(event: MouseEvent, path: string): string | undefined {
  const link = plainlyClicked(event);
  if (link?.pathname !== path) return undefined;
  if (link.hash !== "" && link.hash !== LIST_ANCHOR) return undefined;
  return link.search;
}
