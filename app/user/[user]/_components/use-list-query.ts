import { useCallback, useEffect, useRef, useState } from "react";
import { type ListQuery, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { afterFrame } from "./after-frame";

/** Typing writes to the history when it pauses: browsers allow only so many writes a second. */
const TYPING_PAUSE_MS = 250;

/** A step of the history that is not written yet. */
interface PendingStep {
  isTyped: boolean;
  write: () => void;
  cancel: () => void;
}

interface ShowOptions {
  /** Whether the page is about to scroll: the step that is left then keeps the place it was at. */
  isScrolling?: boolean;
}

/**
 * The list query that the URL says, and two ways to change both. `show` makes a step that the
 * reader can go back from; `type` is for key strokes, of which all together are one step.
 * `askServer` loads the page anew at the URL of the query.
 */
export function useListQuery(initial: ListQuery) {
  const [query, setQuery] = useState(initial);
  const pending = useRef<PendingStep | undefined>(undefined);
  const hasTypedStep = useRef(false);

  const cancel = useCallback(() => {
    pending.current?.cancel();
    pending.current = undefined;
  }, []);

  const writeNow = useCallback(() => {
    const step = pending.current;
    cancel();
    step?.write();
  }, [cancel]);

  useEffect(() => {
    const readUrl = () => {
      cancel();
      hasTypedStep.current = false;
      const { query } = parseListQuery(new URLSearchParams(location.search));
      // A step within the page, to an anchor, is no other query.
      setQuery((before) =>
        listQueryToSearch(before) === listQueryToSearch(query) ? before : query,
      );
    };
    addEventListener("popstate", readUrl);
    return () => {
      removeEventListener("popstate", readUrl);
      cancel();
    };
  }, [cancel]);

  const show = useCallback(
    (next: ListQuery, { isScrolling = false }: ShowOptions = {}) => {
      writeNow();
      hasTypedStep.current = false;
      setQuery(next);
      const write = () => writeUrl("pushState", next);
      // Writing the history takes as long as drawing the first rows.
      if (isScrolling) write();
      else pending.current = { isTyped: false, write, cancel: afterFrame(writeNow) };
    },
    [writeNow],
  );

  const type = useCallback(
    (next: ListQuery) => {
      if (pending.current?.isTyped) cancel();
      else writeNow();
      setQuery(next);
      const timer = setTimeout(writeNow, TYPING_PAUSE_MS);
      pending.current = {
        isTyped: true,
        write: () => {
          const write = hasTypedStep.current ? "replaceState" : "pushState";
          if (writeUrl(write, next)) hasTypedStep.current = true;
        },
        cancel: () => clearTimeout(timer),
      };
    },
    [cancel, writeNow],
  );

  const askServer = useCallback(() => {
    writeNow();
    location.reload();
  }, [writeNow]);

  return { query, show, type, askServer };
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
