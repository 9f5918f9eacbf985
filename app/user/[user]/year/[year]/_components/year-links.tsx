import { withZone } from "@/lib/http/zone-search";
import styles from "./year-links.module.css";

interface YearLinksProps {
  /** Of the player's overview. */
  path: string;
  /** Oldest first. */
  years: readonly number[];
  /** The year of the page. */
  current: number;
  /** The time zone of its days, which other years keep. */
  zone: string;
}

const yearPage = (path: string, year: number, zone: string) =>
  `${path}/year/${year}${withZone("", zone)}`;

/** The years of a player in a row, the newest first. */
export function YearLinks({ path, years, current, zone }: YearLinksProps) {
  return (
    <nav aria-label="Years">
      <ol className={styles.years}>
        {years.toReversed().map((year) => (
          <li key={year}>
            <a
              href={yearPage(path, year, zone)}
              aria-current={year === current ? "page" : undefined}
            >
              {year}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The years before and after the current one, at the end of the page. */
export function AdjacentYears({ path, years, current, zone }: YearLinksProps) {
  const isThere = (year: number) => years.includes(year);
  if (years.length === 1) return null;
  return (
    <nav aria-label="Previous and next year" className={styles.adjacent}>
      {isThere(current - 1) && (
        <a href={yearPage(path, current - 1, zone)}>
          <small>Previous year</small> {current - 1}
        </a>
      )}
      {isThere(current + 1) && (
        <a href={yearPage(path, current + 1, zone)}>
          <small>Next year</small> {current + 1}
        </a>
      )}
    </nav>
  );
}
