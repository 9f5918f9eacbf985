import type { Metadata } from "next";
import { connection } from "next/server";
import { DemoNotice } from "@/app/_components/demo-notice";
import { CARD_ROUTES, COMMON_OPTIONS } from "@/lib/api-docs/card-routes";
import { EXAMPLES } from "@/lib/api-docs/example";
import type { ApiGroup } from "@/lib/api-docs/route";
import { API_ROUTES } from "@/lib/api-docs/routes";
import { CARDS } from "@/lib/cards";
import { env } from "@/lib/env";
import { formatNumber } from "@/lib/format";
import { About } from "./_components/about";
import { CardSection } from "./_components/card-section";
import { Contents, type ContentsPart } from "./_components/contents";
import { type Example, findExample } from "./_components/example";
import { GetACard } from "./_components/get-a-card";
import { JsonAnswer } from "./_components/json-answer";
import { ParameterTable } from "./_components/parameter-table";
import { ProblemList } from "./_components/problem-list";
import { RouteSection } from "./_components/route-section";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Cards and API",
  description:
    "How to put a card of a RetroAchievements player anywhere, and how to get the same progress as JSON, without an API key.",
};

const routesOf = (group: ApiGroup) => API_ROUTES.filter((route) => route.group === group);
const partsOf = (group: ApiGroup) => routesOf(group).map(({ id, title }) => ({ id, title }));

const PARTS: readonly ContentsPart[] = [
  { id: "about", title: "What this is" },
  { id: "get-a-card", title: "Get a card" },
  {
    id: "cards",
    title: "All cards",
    parts: [
      { id: "card-options", title: "Options of every card" },
      ...CARDS.map(({ name }) => ({ id: `card-${name}`, title: name })),
    ],
  },
  { id: "json", title: "Progress as JSON", parts: partsOf("json") },
  { id: "drop-in-endpoint", title: "RetroAchievements' endpoint" },
  { id: "files", title: "Files, feeds, badges", parts: partsOf("files") },
  { id: "problems", title: "Problems" },
  { id: "site", title: "For sites and owners", parts: partsOf("site") },
];

/** The documentation: for who wants a card, and for who wants JSON. */
export default async function DocsPage() {
  // The site's address and players are known at run time, not at build time.
  await connection();
  const example = await findExample();
  return (
    <main id="main">
      <DemoNotice />
      <header className={styles.hero}>
        <h1>Cards and API</h1>
        <p className={styles.lead}>
          A player's whole progress on RetroAchievements, as a picture to put anywhere and as JSON
          to build on. Free, and without an API key.
        </p>
        <ul className={styles.ways}>
          <li>
            <a href="#get-a-card">I want a card</a>
          </li>
          <li>
            <a href="#json">I want JSON</a>
          </li>
          <li>
            <a href="/api/openapi.json">OpenAPI document</a>
          </li>
        </ul>
      </header>
      <div className={styles.columns}>
        <Contents parts={PARTS} />
        <div className={styles.parts}>
          <About example={example} />
          <GetACard example={example} />
          <AllCards example={example} />
          <Json example={example} />
          <DropIn example={example} />
          <section aria-labelledby="files" className={styles.part}>
            <h2 id="files">Files, feeds, badges</h2>
            <p>What leaves the site: for spreadsheets, feed readers, bots and shields.io.</p>
            <Routes group="files" example={example} />
          </section>
          <Problems />
          <section aria-labelledby="site" className={styles.part}>
            <h2 id="site">For sites and owners</h2>
            <p>For those who unfold links, watch a site, or make clients.</p>
            <Routes group="site" example={example} />
          </section>
        </div>
      </div>
    </main>
  );
}

function Routes({ group, example }: { group: ApiGroup; example: Example }) {
  return routesOf(group).map((route) => (
    <RouteSection key={route.id} route={route} example={example} />
  ));
}

function AllCards({ example }: { example: Example }) {
  return (
    <section aria-labelledby="cards" className={styles.part}>
      <h2 id="cards">All cards</h2>
      <p>
        Each is there as <code>.svg</code> and <code>.png</code>. A card is never a broken picture:
        what it does not understand is left out and named in a comment, and without data it says
        why, with status 200 and <code>X-Longplay-Error</code> for programs.
        {example.player ? "" : " Those below are a made-up player's."}
      </p>
      <section aria-labelledby="card-options" className={styles.options}>
        <h3 id="card-options">Options of every card</h3>
        <p>
          They stand in the address, as in <code>summary.svg?theme=midnight&amp;radius=0</code>.
        </p>
        <ParameterTable caption="Options of every card" parameters={COMMON_OPTIONS} />
      </section>
      {CARDS.map((card, at) => (
        <CardSection
          key={card.name}
          card={card}
          path={CARD_ROUTES[at]?.path ?? ""}
          example={example}
        />
      ))}
    </section>
  );
}

function Json({ example }: { example: Example }) {
  const { CLIENT_REQUESTS_PER_MINUTE } = env();
  return (
    <section aria-labelledby="json" className={styles.part}>
      <h2 id="json">Progress as JSON</h2>
      <p>
        Call it from anywhere, a browser on another site included: there is no key, and every origin
        may. Answers have a weak <code>ETag</code>; send it as <code>If-None-Match</code>, and an
        answer that has not changed costs you nothing. One client may ask for{" "}
        {formatNumber(CLIENT_REQUESTS_PER_MINUTE)} players a minute who are not stored yet; those
        who are stored are free.
      </p>
      <Routes group="json" example={example} />
    </section>
  );
}

function DropIn({ example }: { example: Example }) {
  return (
    <section aria-labelledby="drop-in-endpoint" className={styles.part}>
      <h2 id="drop-in-endpoint">RetroAchievements' endpoint</h2>
      <p>
        For programs that ask RetroAchievements today. The same request here has the same answer,
        field by field; only the address changes. It is the{" "}
        <a href="#completion-progress">completion progress</a> above in RetroAchievements' own
        spelling.
      </p>
      <Routes group="drop-in" example={example} />
    </section>
  );
}

function Problems() {
  return (
    <section aria-labelledby="problems" className={styles.part}>
      <h2 id="problems">Problems</h2>
      <p>
        What goes wrong comes as <code>application/problem+json</code> (RFC 9457), with{" "}
        <code>type</code>, <code>title</code>, <code>status</code>, <code>detail</code> for people
        and <code>code</code> for programs. <code>type</code> leads here. Where waiting helps,{" "}
        <code>Retry-After</code> says how many seconds.
      </p>
      <JsonAnswer label="422 · application/problem+json" value={EXAMPLES.problem} />
      <ProblemList />
    </section>
  );
}
