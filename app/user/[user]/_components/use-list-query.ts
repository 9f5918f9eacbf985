import { useCallback, useEffect, useRef, useState } from "react";
import { type ListQuery, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { afterFrame } from "./after-frame";

/** Typing writes to the history when it pauses: browsers allow only so many writes a second. */
const TYPING_PAUSE_MS = 250;

/**
 * The list query that the URL says, and two ways to change both. `show` makes a step that the
 * reader can go back from; `type` is for key strokes, of which all together are one step.
 */
export function useListQuery(initial: ListQuery) {
  const [query, setQuery] = useState(initial);
  const typing = useRef<{ timer?: ReturnType<typeof setTimeout>; hasStep: boolean }>({
    hasStep: false,
  });

  useEffect(() => {
    const readUrl = () => {
      clearTimeout(typing.current.timer);
      typing.current.hasStep = false;
      const { query } = parseListQuery(new URLSearchParams(location.search));
      // A step within the page, to an anchor, is no other query.
      setQuery((before) =>
        listQueryToSearch(before) === listQueryToSearch(query) ? before : query,
      );
    };
    addEventListener("popstate", readUrl);
    return () => removeEventListener("popstate", readUrl);
  }, []);

  const show = useCallback((next: ListQuery) => {
    clearTimeout(typing.current.timer);
    typing.current.hasStep = false;
    setQuery(next);
    // Writing the history takes as long as drawing the first rows.
    afterFrame(() => writeUrl("pushState", next));
  }, []);

  const type = useCallback((next: ListQuery) => {
    clearTimeout(typing.current.timer);
    setQuery(next);
    typing.current.timer = setTimeout(() => {
      const { hasStep } = typing.current;
      if (writeUrl(hasStep ? "replaceState" : "pushState", next)) typing.current.hasStep = true;
    }, TYPING_PAUSE_MS);
  }, []);

  return { query, show, type };
}

/**
 * Next puts functions of its own in the place of the history's, which render its whole router again;
 * the browser's leave that to `popstate`, where Next finds its state as it was. Tells whether
 * anything was written.
 */
function writeUrl(write: "pushState" | "replaceState", query: ListQuery): boolean {
  const search = listQueryToSearch(query);
  // What is shown already is no step to go back from.
  if (search === location.search) return false;
  const url = location.pathname + search;
  History.prototype[write].call(history, history.state, "", url);
  return true;
}
