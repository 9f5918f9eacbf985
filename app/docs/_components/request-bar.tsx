import { CopyButton } from "./copy-button";
import styles from "./request-bar.module.css";

interface RequestBarProps {
  /** `GET`, or several with commas; left out: it is not shown. */
  verb?: string;
  path: string;
  /** What stands before the path when it is copied. */
  site: string;
  placeholder: string | null;
}

/** A request's verb and address, to copy. Placeholders stand out. */
export function RequestBar({ verb, path, site, placeholder }: RequestBarProps) {
  return (
    <div className={verb ? `${styles.bar} ${styles.long}` : styles.bar}>
      {verb && <span className={styles.verb}>{verb}</span>}
      <code className={styles.path}>
        {path.split(/(\{\w+\})/).map((part, at) =>
          part.startsWith("{") ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path stay where they are
            <var key={at}>{part}</var>
          ) : (
            part
          ),
        )}
      </code>
      <CopyButton text={site + path} label={`the address ${path}`} placeholder={placeholder} />
    </div>
  );
}
