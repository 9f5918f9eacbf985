import { type ListQuery, listQueryToSearch } from "@/lib/progress/list-query";
import styles from "./export-links.module.css";

interface ExportLinksProps {
  path: string;
  query: ListQuery;
}

/** The same list as files, and the awards as a feed. */
export function ExportLinks({ path, query }: ExportLinksProps) {
  const search = listQueryToSearch({ ...query, page: 1 });
  return (
    <p className={styles.links}>
      Export: <a href={`${path}/games.csv${search}`}>CSV</a>{" "}
      <a href={`${path}/games.json${search}`}>JSON</a> <a href={`${path}/feed.xml`}>Award feed</a>{" "}
      <a href={`${path}/embed`}>Cards to embed</a>
    </p>
  );
}
