import { type ChangeEvent, useEffect, useMemo, useRef, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import { type ListQuery, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { SORTS } from "@/lib/progress/sort";
import { STATUS_FILTERS } from "@/lib/progress/status";
import type { PlayedSystem } from "@/lib/progress/systems";
import styles from "./list-form.module.css";
import { LIST_ANCHOR } from "./list-link";

// Made once: a key stroke need not look through them again.
const STATUS_OPTIONS = STATUS_FILTERS.map(anOption);
const SORT_OPTIONS = SORTS.map(anOption);

function anOption({ value, label }: { value: string | number; label: string }) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

interface ListFormProps {
  path: string;
  query: ListQuery;
  systems: PlayedSystem[];
  /** For a choice. */
  onShow: (query: ListQuery) => void;
  /** For a key stroke. */
  onType: (query: ListQuery) => void;
}

/** Chooses games: a plain form without JavaScript, with it each change is answered at once. */
export function ListForm({ path, query, systems, onShow, onType }: ListFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const first = useRef({ query, onShow });
  // A space that is typed is no part of the query yet, but has to stay in its field.
  const [words, setWords] = useState(query.q);

  const systemOptions = useMemo(
    () => systems.map(({ id, name }) => anOption({ value: id, label: name })),
    [systems],
  );

  // What was chosen before hydration counts too.
  useEffect(() => {
    const { query, onShow } = first.current;
    const given = form.current && readForm(form.current);
    if (given && listQueryToSearch(given) !== listQueryToSearch({ ...query, page: 1 })) {
      onShow(given);
    }
  }, []);

  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
    if (!currentTarget.form) return;
    const isTyped = currentTarget.name === "q";
    if (isTyped) setWords(currentTarget.value);
    (isTyped ? onType : onShow)(readForm(currentTarget.form));
  };
  return (
    <search>
      <form
        ref={form}
        className={`${fields.fields} ${styles.form}`}
        action={path + LIST_ANCHOR}
        method="get"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          onShow(readForm(event.currentTarget));
        }}
      >
        <label className={styles.words}>
          <span>Title</span>
          <input
            type="search"
            name="q"
            value={words.trim() === query.q ? words : query.q}
            onChange={change}
            maxLength={100}
            placeholder="Search titles"
          />
        </label>
        <details className={styles.choices}>
          <summary>Filters and order</summary>
          <div className={styles.fields}>
            <label>
              <span>Status</span>
              <select name="status" value={query.status} onChange={change}>
                {STATUS_OPTIONS}
              </select>
            </label>
            <label>
              <span>System</span>
              <select name="system" value={query.system ?? "all"} onChange={change}>
                <option value="all">All systems</option>
                {systemOptions}
              </select>
            </label>
            <label>
              <span>Order</span>
              <select name="sort" value={query.sort} onChange={change}>
                {SORT_OPTIONS}
              </select>
            </label>
          </div>
        </details>
        {query.awarded && <input type="hidden" name="awarded" value={query.awarded} />}
        {query.active && <input type="hidden" name="active" value={query.active} />}
        {query.shelf && <input type="hidden" name="shelf" value={query.shelf} />}
        <button type="submit">Show</button>
      </form>
    </search>
  );
}

/** What a form asks for: its first page. */
function readForm(form: HTMLFormElement): ListQuery {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) parameters.set(name, String(value));
  return parseListQuery(parameters).query;
}
