import type { ReactNode } from "react";
import { PROBLEMS, type ProblemCode, problemId } from "@/lib/http/problems";
import styles from "./problem-list.module.css";

/** Every kind of problem, by its code. */
export function ProblemList() {
  return (
    <dl className={styles.list}>
      {(Object.keys(PROBLEMS) as ProblemCode[]).map((code) => (
        <div key={code} id={problemId(code)} className={styles.problem}>
          <dt>
            <span className={styles.status}>{PROBLEMS[code].status}</span> <code>{code}</code>
          </dt>
          <dd>
            <strong>{PROBLEMS[code].title}.</strong> {withCode(PROBLEMS[code].about)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text whose parts between backticks are code. */
function withCode(text: string): ReactNode[] {
  return text.split("`").map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));
}
