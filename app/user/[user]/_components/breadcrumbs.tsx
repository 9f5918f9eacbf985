import styles from "./breadcrumbs.module.css";

interface BreadcrumbsProps {
  /** Of the player's page, without a query. */
  path: string;
  name: string;
  /** What is filtered by, in words. */
  filters: string[];
}

/** Where the reader is: the site, the player, and what the list is narrowed to. */
export function Breadcrumbs({ path, name, filters }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles.crumbs}>
        <li>
          <a href="/">Players</a>
        </li>
        <li>
          {filters.length === 0 ? (
            <span aria-current="page">{name}</span>
          ) : (
            <a href={path}>{name}</a>
          )}
        </li>
        {filters.length > 0 && (
          <li>
            <span aria-current="page">{filters.join(", ")}</span>
          </li>
        )}
      </ol>
    </nav>
  );
}
