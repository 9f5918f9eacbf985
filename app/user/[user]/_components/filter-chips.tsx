import { activeFilters } from "@/lib/progress/describe-query";
import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import type { PlayedSystem } from "@/lib/progress/systems";
import styles from "./filter-chips.module.css";
import { listLink } from "./list-link";

interface FilterChipsProps {
  /** Of the player's page. */
  path: string;
  query: ListQuery;
  systems: PlayedSystem[];
}

/** The filters in force, each with the way to be rid of it, and of all of them. */
export function FilterChips({ path, query, systems }: FilterChipsProps) {
  const filters = activeFilters(query, systems);
  if (filters.length === 0) return null;
  const { sort, shelf } = query;
  return (
    <ul className={styles.chips} aria-label="Filters in force">
      {filters.map(({ label, without }) => (
        <li key={label}>
          <a className={styles.chip} href={listLink(path, without)}>
            <span className="visually-hidden">Remove </span>
            {label}
            <span className={styles.cross} aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      ))}
      <li>
        <a className={styles.reset} href={listLink(path, { ...DEFAULT_LIST_QUERY, sort, shelf })}>
          Reset
        </a>
      </li>
    </ul>
  );
}
