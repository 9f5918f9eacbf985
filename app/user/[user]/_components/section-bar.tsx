import { LIST_ANCHOR } from "./list-link";
import styles from "./section-bar.module.css";

/** The parts of a player's page, by the ids of their headings. */
const SECTIONS = [
  { href: LIST_ANCHOR, label: "Games" },
  { href: "#milestones", label: "Milestones" },
  { href: "#calendar", label: "Calendar" },
  { href: "#systems", label: "Systems" },
];

/** The ways to the parts of a page that is long on a phone, always in reach there. */
export function SectionBar() {
  return (
    <nav className={styles.bar} aria-label="Parts of this page">
      {SECTIONS.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
