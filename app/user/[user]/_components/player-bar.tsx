import styles from "./player-bar.module.css";
import { progressPath } from "./progress-path";

interface PlayerBarProps {
  /** The player's name. */
  name: string;
  /** The newest year that has a page. */
  year: number;
  /** The page that the bar is on; the pages of games are not in it. */
  current: "overview" | "progress" | "years" | "history" | "compare" | "cards" | "game";
}

/** Joins the pages of a player. */
export function PlayerBar({ name, year, current }: PlayerBarProps) {
  const path = `/user/${name}`;
  const pages = [
    { page: "overview", href: path, label: "Overview" },
    { page: "progress", href: progressPath(path), label: "Progress" },
    { page: "years", href: `${path}/year/${year}`, label: "Years" },
    { page: "history", href: `${path}/history`, label: "History" },
    { page: "compare", href: `/compare/${name}`, label: "Compare" },
    { page: "cards", href: `${path}/embed`, label: "Cards" },
  ];
  return (
    <nav className={styles.bar} aria-label={`Pages of ${name}`}>
      {pages.map(({ page, href, label }) => (
        <a key={page} href={href} aria-current={page === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
