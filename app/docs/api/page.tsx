import type { Metadata } from "next";
import { connection } from "next/server";
import type { ApiGroup } from "@/lib/api-docs/route";
import { API_ROUTES } from "@/lib/api-docs/routes";
import { env } from "@/lib/env";
import { formatDuration, formatNumber } from "@/lib/format";
import { Contents } from "../_components/contents";
import { DocsFrame } from "../_components/docs-frame";
import { findExample } from "../_components/example";
import { RouteSection } from "../_components/route-section";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "API",
  description:
    "The progress of RetroAchievements players as JSON, files, feeds and badges, without an API key.",
};

const GROUPS: readonly { id: ApiGroup; title: string }[] = [
  { id: "json", title: "JSON" },
  { id: "files", title: "Files, feeds, badges" },
  { id: "site", title: "Sites and owners" },
];

const routesOf = (group: ApiGroup) => API_ROUTES.filter((route) => route.group === group);

/** All routes for programs, except cards and RetroAchievements' endpoint. */
export default async function ApiPage() {
  await connection();
  const example = await findExample();
  return (
    <DocsFrame path="/docs/api">
      <div className={styles.columns}>
        <Contents parts={GROUPS.map(({ id, title }) => ({ id, title, parts: routesOf(id) }))} />
        <div className={styles.parts}>
          <Rules />
          {GROUPS.map(({ id, title }) => (
            <section key={id} aria-labelledby={id} className={styles.part}>
              <h2 id={id}>{title}</h2>
              {routesOf(id).map((route) => (
                <RouteSection key={route.id} route={route} example={example} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </DocsFrame>
  );
}

/** What is true of all routes. */
function Rules() {
  const { CACHE_FRESH_SECONDS, CLIENT_REQUESTS_PER_MINUTE } = env();
  return (
    <ul className={styles.rules} aria-label="For all requests">
      <li>
        <code>{"{user}"}</code> is a user name in any case, or a ULID.
      </li>
      <li>
        A player is refreshed at most every {formatDuration(CACHE_FRESH_SECONDS)}.{" "}
        <code>Cache-Status</code> has the age of an answer.
      </li>
      <li>
        Send an <code>ETag</code> as <code>If-None-Match</code>: 304 means nothing changed.
      </li>
      <li>
        {formatNumber(CLIENT_REQUESTS_PER_MINUTE)} new players a minute per client; stored players
        have no limit. <a href="/docs/problems">Problems and limits</a>
      </li>
      <li>
        <a href="/api/openapi.json">OpenAPI 3.1 document</a>
      </li>
    </ul>
  );
}
