import type { Metadata } from "next";
import { connection } from "next/server";
import { EXAMPLES } from "@/lib/api-docs/example";
import { en } from "@/lib/cards/words/en";
import { MOST_PLAYERS } from "@/lib/compare/who";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/format";
import { LIMITS } from "@/lib/limits";
import { LIST_PAGE_SIZE } from "@/lib/progress/page-of";
import { DocsFrame } from "../_components/docs-frame";
import frame from "../_components/docs-frame.module.css";
import { JsonAnswer } from "../_components/json-answer";
import { ProblemList } from "../_components/problem-list";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Problems and limits",
  description: "The errors and limits of cards and of the API, and what to do about them.",
};

/** What can go wrong with cards and requests, and how much one can ask for. */
export default async function ProblemsPage() {
  // The limit per client is a setting of the running site.
  await connection();
  return (
    <DocsFrame path="/docs/problems">
      <div className={frame.parts}>
        <section aria-labelledby="card-messages">
          <h2 id="card-messages">A card shows a message</h2>
          <p>
            A card always answers with status 200, because many sites show a broken picture for
            anything else. Programs find the reason in <code>X-Longplay-Error</code>.
          </p>
          <dl className={styles.list}>
            {CARD_MESSAGES.map(([message, advice]) => (
              <div key={message}>
                <dt>{message}</dt>
                <dd>{advice}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="problems">
          <h2 id="problems">Errors of the API</h2>
          <p>
            Errors are <code>application/problem+json</code> (RFC 9457). Use <code>code</code> in
            programs. If waiting helps, <code>Retry-After</code> has the seconds.{" "}
            <a href="/docs/endpoint#errors">RetroAchievements' endpoint</a> has its own format.
          </p>
          <ProblemList />
          <JsonAnswer label="422 · application/problem+json" value={EXAMPLES.problem} />
        </section>
        <section aria-labelledby="limits">
          <h2 id="limits">Limits</h2>
          <Limits />
        </section>
      </div>
    </DocsFrame>
  );
}

const { messages } = en;

const CARD_MESSAGES: readonly [message: string, advice: string][] = [
  [messages.unknownPlayer.title, "Check the name. Cached for a minute."],
  [messages.notAnswering.title, "Wait. If there is older data, the card shows it with its date."],
  [
    messages.moment.title,
    "The player or a picture took longer than 2 seconds. The next request has it.",
  ],
  [messages.notShown.title, "The owner of this site shows only some players."],
  ["An option has no effect", "Its value is bad. A comment in the SVG names it."],
];

function Limits() {
  const limits: readonly [of: string, most: string][] = [
    [
      "New players per client",
      `${formatNumber(env().CLIENT_REQUESTS_PER_MINUTE)} a minute; stored players have no limit`,
    ],
    ["Completion progress", `${LIMITS.upstreamPageSize} games per request`],
    ["Lists and comparisons", `${LIST_PAGE_SIZE} games per page`],
    ["Comparison", `${MOST_PLAYERS} players`],
    ["History", "366 days per request"],
    ["Feed", "100 entries"],
    ["PNG", `${LIMITS.pngPixels / 1_000_000} million pixels`],
    ["Posted form", `${LIMITS.requestBodyBytes / 1024} kB`],
  ];
  return (
    <dl className={styles.list}>
      {limits.map(([of, most]) => (
        <div key={of}>
          <dt>{of}</dt>
          <dd>{most}</dd>
        </div>
      ))}
    </dl>
  );
}
