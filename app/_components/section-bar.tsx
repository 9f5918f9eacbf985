import styles from "./section-bar.module.css";

interface SectionBarProps {
  /** By the ids of their headings. */
  sections: readonly { href: string; label: string }[];
}

/** The ways to the parts of a page that is long on a phone, always in reach there. */
export function SectionBar({ sections }: SectionBarProps) {
  return (
    <nav className={styles.bar} aria-label="Parts of this page">
      {sections.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
