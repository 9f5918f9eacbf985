import type { ReactNode } from "react";
import type { ApiGroup } from "@/lib/api-docs/route";
import { API_ROUTES } from "@/lib/api-docs/routes";
import { CARDS } from "@/lib/cards";
import { PROBLEMS, type ProblemCode, problemId } from "@/lib/http/problems";
import styles from "./topic-list.module.css";

interface Topic {
  /** Its fragment, on `/docs` and on its own page. */
  id: string;
  text: ReactNode;
}

interface TopicGroup extends Topic {
  path: string;
  topics: readonly Topic[];
}

const routesOf = (group: ApiGroup): readonly Topic[] =>
  API_ROUTES.filter((route) => route.group === group).map(({ id, title }) => ({ id, text: title }));

const GROUPS: readonly TopicGroup[] = [
  {
    id: "cards",
    text: "Cards",
    path: "/docs/cards",
    topics: [
      ...CARDS.map(({ name, label }) => ({ id: `card-${name}`, text: label })),
      { id: "card-options", text: "Options of every card" },
    ],
  },
  { id: "json", text: "JSON", path: "/docs/api", topics: routesOf("json") },
  { id: "files", text: "Files, feeds, badges", path: "/docs/api", topics: routesOf("files") },
  { id: "site", text: "Sites and owners", path: "/docs/api", topics: routesOf("site") },
  {
    id: "drop-in-endpoint",
    text: "RetroAchievements' endpoint",
    path: "/docs/endpoint",
    topics: routesOf("drop-in"),
  },
  {
    id: "problems",
    text: "Problems",
    path: "/docs/problems",
    topics: (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => ({
      id: problemId(code),
      text: (
        <>
          <code>{code}</code> {PROBLEMS[code].title}
        </>
      ),
    })),
  },
];

/**
 * Links to everything in the documentation. The ids are the fragments that sections and problems had while the
 * documentation was one page: `type` of a problem and links of others lead here.
 */
export function TopicList() {
  return (
    <nav className={styles.topics} aria-label="All topics">
      {GROUPS.map(({ id, text, path, topics }) => (
        <section key={id} className={styles.group} aria-labelledby={id}>
          <h2 id={id}>
            <a href={`${path}#${id}`}>{text}</a>
          </h2>
          <ul>
            {topics.map((topic) => (
              <li key={topic.id} id={topic.id}>
                <a href={`${path}#${topic.id}`}>{topic.text}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
