import type { z } from "zod";
import { fieldsOf } from "@/lib/api-docs/fields";
import styles from "./field-list.module.css";

/** The fields of an answer, folded. */
export function FieldList({ schema }: { schema: z.ZodType }) {
  return (
    <details className={styles.box}>
      <summary className={styles.summary}>Fields of the answer</summary>
      <dl className={styles.list}>
        {fieldsOf(schema).map(({ path, type, about }) => (
          <div key={path} className={styles.field}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>
              <span className={styles.type}>{type}</span>
              {about === "" ? "" : `: ${about}`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
