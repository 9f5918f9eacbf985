import { type ListQuery, listQueryToSearch } from "@/lib/progress/list-query";
import styles from "./pager.module.css";

interface PagerProps {
  path: string;
  query: ListQuery;
  pages: number;
}

/** The way to the other pages of a list; nothing if there is one page. */
export function Pager({ path, query, pages }: PagerProps) {
  if (pages === 1) return null;
  const to = (page: number) => path + listQueryToSearch({ ...query, page });
  return (
    <nav className={styles.pager} aria-label="Pages">
      {query.page > 1 ? <a href={to(query.page - 1)}>Previous</a> : <span />}
      <span>
        Page {query.page} of {pages}
      </span>
      {query.page < pages ? <a href={to(query.page + 1)}>Next</a> : <span />}
    </nav>
  );
}
