import { type FormEvent, useId } from "react";
import { formatNumber } from "@/lib/format";
import { LIST_PAGE_SIZE } from "@/lib/progress/page-of";
import type { PagedQuery } from "@/lib/progress/query-parameters";
import { hiddenFields } from "./list-codec";
import { LIST_ANCHOR, linkToList } from "./list-link";
import styles from "./pager.module.css";
import type { List } from "./use-list";

interface PagerProps<Query extends PagedQuery> {
  list: List<Query>;
  /** What is shown. */
  view: { query: Query; pages: number };
  /** Games on all pages. */
  found: number;
}

/** Links to the other pages of a list, and which games are shown; nothing if there is one page. */
export function Pager<Query extends PagedQuery>(props: PagerProps<Query>) {
  const { found } = props;
  const { codec, path, showInView } = props.list;
  const { query, pages } = props.view;
  const id = useId();
  if (pages === 1) return null;
  const { page } = query;
  const link = (to: number, label: string) =>
    to !== page && to >= 1 && to <= pages ? (
      <a href={linkToList(codec, path, { ...query, page: to })}>{label}</a>
    ) : (
      <span />
    );
  const first = (page - 1) * LIST_PAGE_SIZE + 1;
  const last = Math.min(found, page * LIST_PAGE_SIZE);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const page = wantedPage(new FormData(event.currentTarget).get("page"), pages);
    if (page !== undefined) showInView({ ...query, page });
  }

  return (
    <div className={styles.pager}>
      <p className={styles.range}>
        {formatNumber(first)}–{formatNumber(last)} of {formatNumber(found)} games
      </p>
      <nav className={styles.steps} aria-label="Pages">
        {link(1, "First")}
        {link(page - 1, "Previous")}
        <form className={styles.page} action={path + LIST_ANCHOR} onSubmit={submit}>
          {hiddenFields(codec, query, ["page"]).map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor={id}>Page</label>
          <input
            key={page}
            id={id}
            name="page"
            inputMode="numeric"
            pattern="[0-9]*"
            autoComplete="off"
            defaultValue={page}
          />
          <span>of {formatNumber(pages)}</span>
        </form>
        {link(page + 1, "Next")}
        {link(pages, "Last")}
      </nav>
    </div>
  );
}

/** The page that was typed, at most the last one; undefined if it is not a page. */
export function wantedPage(typed: FormDataEntryValue | null, pages: number): number | undefined {
  const wanted = Number(typed);
  return wanted >= 1 ? Math.min(pages, Math.floor(wanted)) : undefined;
}
