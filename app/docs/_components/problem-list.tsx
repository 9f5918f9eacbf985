import { PROBLEMS, type ProblemCode, problemId } from "@/lib/http/problems";
import styles from "./problem-list.module.css";

/** Every kind of problem, each where its `type` leads to. */
export function ProblemList() {
  return (
    <dl className={styles.list}>
      {(Object.keys(PROBLEMS) as ProblemCode[]).map((code) => (
        <div key={code} id={problemId(code)} className={styles.problem}>
          <dt>
            <span className={styles.status}>{PROBLEMS[code].status}</span> <code>{code}</code>
          </dt>
          <dd>
            <strong>{PROBLEMS[code].title}.</strong> {PROBLEMS[code].about.replaceAll("`", "")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
