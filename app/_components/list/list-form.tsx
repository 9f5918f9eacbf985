import {
  type ChangeEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useOptimistic,
  useRef,
  useState,
} from "react";
import fields from "@/app/_components/fields.module.css";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import { systemInWords } from "@/lib/progress/describe-query";
import type { PagedQuery } from "@/lib/progress/query-parameters";
import type { PlayedSystem } from "@/lib/progress/systems";
import { hiddenFields, type ListCodec } from "./list-codec";
import styles from "./list-form.module.css";
import type { List } from "./use-list";

/** A parameter that is chosen from a list. */
export interface ListField<Query> {
  name: string;
  label: string;
  /** As {@link optionsOf} makes them, once: a key stroke need not look through them again. */
  options: ReactNode;
  value: (query: Query) => string | number;
}

/** The options of a field. */
export function optionsOf(values: readonly { value: string | number; label: string }[]): ReactNode {
  return values.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

/** The field of the systems that there are games on, and of the one that is asked for. */
export function systemField<Query extends { system: number | null }>(
  systems: readonly PlayedSystem[],
  asked: number | null,
): ListField<Query> {
  const isOther = asked !== null && systems.every(({ id }) => id !== asked);
  return {
    name: "system",
    label: "System",
    options: optionsOf([
      { value: "all", label: "All systems" },
      ...systems.map(({ id, name }) => ({ value: id, label: name })),
      ...(isOther ? [{ value: asked, label: systemInWords(asked, systems) }] : []),
    ]),
    value: ({ system }) => system ?? "all",
  };
}

interface ListFormProps<Query extends PagedQuery> {
  list: List<Query>;
  fields: readonly ListField<Query>[];
}

/**
 * Chooses games: a plain form without JavaScript, with it each change is answered at once. The fields change first, then the list:
 * a key stroke waits for no list.
 */
export function ListForm<Query extends PagedQuery>(props: ListFormProps<Query>) {
  const { codec, path, show, type } = props.list;
  const [query, setQuery] = useOptimistic(props.list.query);
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(props.list);
  // A space that is typed is no part of the query yet, but has to stay in its field.
  const [words, setWords] = useState(query.q);

  // What was chosen before hydration counts too.
  useEffect(() => {
    const { codec, query, show } = first.current;
    const given = form.current && readForm(codec, form.current);
    if (given && codec.toSearch(given) !== codec.toSearch({ ...query, page: 1 })) {
      show(given);
    }
  }, []);

  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
    if (!currentTarget.form) return;
    const isTyped = currentTarget.name === "q";
    if (isTyped) setWords(currentTarget.value);
    const next = readForm(codec, currentTarget.form);
    startTransition(() => {
      setQuery(next);
      (isTyped ? type : show)(next);
    });
  };
  const names = ["q", "page", ...props.fields.map(({ name }) => name)];
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
          show(readForm(codec, event.currentTarget));
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
            {props.fields.map(({ name, label, options, value }) => (
              <label key={name}>
                <span>{label}</span>
                <select name={name} value={value(query)} onChange={change}>
                  {options}
                </select>
              </label>
            ))}
          </div>
        </details>
        {hiddenFields(codec, query, names).map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Show</button>
      </form>
    </search>
  );
}

/** What a form asks for: its first page. */
function readForm<Query extends PagedQuery>(
  { parse }: ListCodec<Query>,
  form: HTMLFormElement,
): Query {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) parameters.set(name, String(value));
  return parse(parameters).query;
}
