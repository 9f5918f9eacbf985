import type { ActiveFilter } from "@/lib/progress/describe-query";
import type { PagedQuery } from "@/lib/progress/query-parameters";
import styles from "./filter-chips.module.css";
import { linkToList } from "./list-link";
import type { List } from "./use-list";

interface FilterChipsProps<Query extends PagedQuery> {
  list: List<Query>;
  filters: ActiveFilter<Query>[];
  /** The query without any of them. */
  without: Query;
}

/** The active filters, each with a link that removes it, and one that removes all. */
export function FilterChips<Query extends PagedQuery>(props: FilterChipsProps<Query>) {
  const { filters } = props;
  const { codec, path } = props.list;
  if (filters.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Filters in force">
      {filters.map(({ label, without }) => (
        <li key={label}>
          <a className={styles.chip} href={linkToList(codec, path, without)}>
            <span className="visually-hidden">Remove </span>
            {label}
            <span className={styles.cross} aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      ))}
      <li>
        <a className={styles.reset} href={linkToList(codec, path, props.without)}>
          Reset
        </a>
      </li>
    </ul>
  );
}
