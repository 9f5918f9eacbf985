import type { ReactNode } from "react";
import { pluralize } from "@/app/_components/pluralize";
import { formatNumber } from "@/lib/format";
import type { ActiveFilter } from "@/lib/progress/describe-query";
import { LIST_PAGE_SIZE } from "@/lib/progress/page-of";
import type { IgnoredParameter, PagedQuery } from "@/lib/progress/query-parameters";
import { FilterChips } from "./filter-chips";
import { GameRows } from "./game-rows";
import { type ListField, ListForm } from "./list-form";
import { linkToList } from "./list-link";
import styles from "./list-section.module.css";
import { Pager } from "./pager";
import type { List } from "./use-list";

interface ListSectionProps<Query extends PagedQuery, Row> {
  list: List<Query>;
  /** What is shown: that of another query until the answer to what was chosen is there. */
  view: { query: Query; ignored: IgnoredParameter[]; pages: number };
  /** A page of games, in their order. */
  rows: Row[];
  /** How a game looks: a list item with the game's id as its key. */
  row: (game: Row) => ReactNode;
  /** Games on all pages. */
  found: number;
  /** Games before filtering; by default, as many as are found. */
  of?: number;
  /** A remark on those that are found. */
  note?: string | undefined;
  /** The heading while nothing is chosen; null if something is. */
  title: string | null;
  /** What stands beside the heading. */
  aside: ReactNode;
  /** The form's fields after the title; none if there is nothing to choose from. */
  fields: readonly ListField<Query>[];
  filters: ActiveFilter<Query>[];
  /** What was chosen without the filters. */
  unfiltered: Query;
  /** Shown if no game is found; by default, that none matches. */
  noMatch?: string | undefined;
  /** Shown if there is no game at all. */
  empty: ReactNode;
  /** What stands below. */
  foot?: ReactNode;
}

/** The games that a query finds, and the ways to another query. */
export function ListSection<Query extends PagedQuery, Row>(props: ListSectionProps<Query, Row>) {
  const { list, view, rows, title, fields, noMatch = "No games match." } = props;
  const { codec, path } = list;
  const found = foundInWords(props);
  return (
    <section aria-labelledby="games" className={styles.games} aria-busy={list.isWaiting}>
      <div className={styles.heading}>
        <h2 id="games" className={styles.title} ref={list.heading} tabIndex={-1}>
          {title ?? found}
        </h2>
        {props.aside}
      </div>
      {fields.length > 0 && <ListForm list={list} fields={fields} />}
      <FilterChips list={list} filters={props.filters} without={props.unfiltered} />
      {/* Spoken after a change in place: a page that was just loaded says it with its heading. */}
      <p role="status" className="visually-hidden">
        {list.isAnswer ? found : ""}
      </p>
      {view.ignored.map(({ name, value }) => (
        <p key={name} className={styles.ignored}>
          “{name}={value}” means nothing here, so it is left out.
        </p>
      ))}
      {rows.length === 0 ? (
        <p className={styles.empty}>
          {title === null ? (
            <>
              {noMatch} <a href={linkToList(codec, path, codec.all)}>Show all games</a>
            </>
          ) : (
            props.empty
          )}
        </p>
      ) : (
        <GameRows
          games={rows}
          choice={codec.toSearch(view.query)}
          start={(view.query.page - 1) * LIST_PAGE_SIZE + 1}
          row={props.row}
        />
      )}
      <Pager list={list} view={view} found={props.found} />
      {props.foot}
    </section>
  );
}

/** `463 of 1,313 games`; `12 games found` where those are all there are. */
function foundInWords({
  found,
  of = found,
  note,
}: Pick<ListSectionProps<PagedQuery, never>, "found" | "of" | "note">): string {
  const games =
    found === of
      ? `${pluralize(found, "game")} found`
      : `${formatNumber(found)} of ${pluralize(of, "game")}`;
  return note === undefined ? games : `${games}: ${note}`;
}
