import type { ListQuery } from "@/lib/progress/list-query";
import { SORTS } from "@/lib/progress/sort";
import { STATUS_FILTERS } from "@/lib/progress/status";
import type { PlayedSystem } from "@/lib/progress/systems";
import styles from "./list-form.module.css";

interface ListFormProps {
  path: string;
  query: ListQuery;
  systems: PlayedSystem[];
}

/** Chooses games: a plain form whose answer is the same page with another query. */
export function ListForm({ path, query, systems }: ListFormProps) {
  return (
    <search>
      <form className={styles.form} action={path} method="get" key={JSON.stringify(query)}>
        <label className={styles.words}>
          <span>Title</span>
          <input
            type="search"
            name="q"
            defaultValue={query.q}
            maxLength={100}
            placeholder="Search titles"
          />
        </label>
        <label>
          <span>Status</span>
          <select name="status" defaultValue={query.status}>
            {STATUS_FILTERS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>System</span>
          <select name="system" defaultValue={query.system ?? "all"}>
            <option value="all">All systems</option>
            {systems.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Order</span>
          <select name="sort" defaultValue={query.sort}>
            {SORTS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Show</button>
      </form>
    </search>
  );
}
