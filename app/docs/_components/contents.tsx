import styles from "./contents.module.css";

/** A part of the page with its sections. */
export interface ContentsPart {
  id: string;
  title: string;
  parts?: { id: string; title: string }[];
}

/** The contents of the page: beside it on a wide screen, otherwise at its top and without sections. */
export function Contents({ parts }: { parts: readonly ContentsPart[] }) {
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents" className={styles.title}>
        On this page
      </h2>
      <ol className={styles.list}>
        {parts.map(({ id, title, parts: inner = [] }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            {inner.length > 0 && (
              <ol className={styles.inner}>
                {inner.map((part) => (
                  <li key={part.id}>
                    <a href={`#${part.id}`}>{part.title}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
