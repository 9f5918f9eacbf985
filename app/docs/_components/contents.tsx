import styles from "./contents.module.css";

/** A part of the page, with what is in it. */
export interface ContentsPart {
  id: string;
  title: string;
  parts?: { id: string; title: string }[];
}

/** What is on the page. Beside it where there is room; else at its top, without what the parts hold. */
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
