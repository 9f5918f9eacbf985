import styles from "./json-answer.module.css";

interface JsonAnswerProps {
  /** Its status and type. */
  label: string;
  value: unknown;
}

/** Longer answers are folded. */
const MOST_LINES = 48;

/** A JSON answer with highlighted names. */
export function JsonAnswer({ label, value }: JsonAnswerProps) {
  const text = JSON.stringify(value, null, 2);
  return (
    <details className={styles.answer} open={text.split("\n").length <= MOST_LINES}>
      <summary className={styles.label}>{label}</summary>
      <pre className={styles.json}>
        {text.split(/("[^"\n]+"(?=:))/).map((part, at) =>
          at % 2 === 1 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay where they are
            <span key={at} className={styles.name}>
              {part}
            </span>
          ) : (
            part
          ),
        )}
      </pre>
    </details>
  );
}

/** A description of an answer that is not JSON. */
export function OtherAnswer({ label, about }: { label: string; about: string }) {
  return (
    <div className={styles.answer}>
      <p className={styles.label}>{label}</p>
      <p className={styles.about}>{about}.</p>
    </div>
  );
}
