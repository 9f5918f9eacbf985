import { useCallback, useEffect, useRef, useState } from "react";
import type { PagedQuery } from "@/lib/progress/query-parameters";
import type { ListCodec } from "./list-codec";

/** Debounces writes to the history while typing: browsers limit them. */
const TYPING_PAUSE_MS = 250;

/** What was typed and is not in the history yet. */
interface Typed<Query> {
  query: Query;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * The query in the URL, and two ways to change both. `show` makes a step that the
 * reader can go back from; `type` is for key strokes, of which all together are one step.
 * `askServer` reloads the page at the URL of the query.
 */
export function useListQuery<Query extends PagedQuery>(
  { parse, toSearch }: ListCodec<Query>,
  initial: Query,
) {
  const [query, setQuery] = useState(initial);
  const typed = useRef<Typed<Query> | undefined>(undefined);
  const hasTypedStep = useRef(false);

  const forgetTyped = useCallback(() => {
    clearTimeout(typed.current?.timer);
    typed.current = undefined;
  }, []);

  const writeTyped = useCallback(() => {
    const query = typed.current?.query;
    forgetTyped();
    if (query && writeUrl(hasTypedStep.current ? "replaceState" : "pushState", toSearch(query))) {
      hasTypedStep.current = true;
    }
  }, [forgetTyped, toSearch]);

  useEffect(() => {
    const readUrl = () => {
      forgetTyped();
      hasTypedStep.current = false;
      const { query } = parse(new URLSearchParams(location.search));
      // A step within the page, to an anchor, is no other query.
      setQuery((before) => (toSearch(before) === toSearch(query) ? before : query));
    };
    addEventListener("popstate", readUrl);
    return () => {
      removeEventListener("popstate", readUrl);
      forgetTyped();
    };
  }, [forgetTyped, parse, toSearch]);

  const show = useCallback(
    (next: Query) => {
      writeTyped();
      hasTypedStep.current = false;
      setQuery(next);
      writeUrl("pushState", toSearch(next));
    },
    [writeTyped, toSearch],
  );

  const type = useCallback(
    (next: Query) => {
      forgetTyped();
      setQuery(next);
      typed.current = { query: next, timer: setTimeout(writeTyped, TYPING_PAUSE_MS) };
    },
    [forgetTyped, writeTyped],
  );

  const askServer = useCallback(() => {
    writeTyped();
    location.reload();
  }, [writeTyped]);

  return { query, show, type, askServer };
}

/** Writes a query into the history, as Next documents it. Returns whether anything was written. */
function writeUrl(write: "pushState" | "replaceState", search: string): boolean {
  // What is shown already is no step to go back from.
  if (search === location.search) return false;
  history[write](null, "", location.pathname + search);
  return true;
}
