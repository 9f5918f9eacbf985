import type { Metadata } from "next";
import { connection } from "next/server";
import { CardCase } from "@/app/_components/card-case";
import { PlayerSearch } from "@/app/_components/player-search";
import { snippets } from "@/lib/cards/snippets";
import { toApiRow } from "@/lib/retroachievements/wire";
import { CodeTabs } from "./_components/code-tabs";
import { DocsFrame } from "./_components/docs-frame";
import { DOCS_PAGES } from "./_components/docs-pages";
import { type Example, findExample } from "./_components/example";
import { JsonAnswer } from "./_components/json-answer";
import { TopicList } from "./_components/topic-list";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Cards and API",
  description:
    "Put a card of a RetroAchievements player anywhere, or read the same progress as JSON, without an API key.",
};

/** The places of the first card's code; the card builder has more. */
const PLACES = ["GitHub", "Forum BBCode", "HTML", "Discord and chat"] as const;

/** The start of the documentation: a card, a request, and the ways to everything else. */
export default async function DocsPage() {
  // The site's URL and players are known at run time, not at build time.
  await connection();
  const example = await findExample();
  return (
    <DocsFrame path="/docs">
      <div className={styles.ways}>
        <FirstCard example={example} />
        <FirstRequest example={example} />
      </div>
      <ul className={styles.pages} aria-label="Read on">
        {DOCS_PAGES.filter(({ path }) => path !== "/docs").map(({ path, title, about }) => (
          <li key={path}>
            <a href={path}>{title}</a>
            <span>{about}</span>
          </li>
        ))}
      </ul>
      <TopicList />
    </DocsFrame>
  );
}

function FirstCard({ example: { player, user, site, placeholder } }: { example: Example }) {
  const pageUrl = `${site}/user/${user}`;
  const texts = snippets({
    cardUrl: `${pageUrl}/cards/summary.svg`,
    pageUrl,
    alt: `${user} on RetroAchievements`,
  });
  return (
    <section className={styles.way} aria-labelledby="get-a-card">
      <h2 id="get-a-card">Get a card</h2>
      <p>
        Paste this where you want it, with your name instead of <code>{user}</code>. It stays up to
        date.
      </p>
      <CardCase user={player?.name ?? null} cards={["summary"]} label="A card" />
      <CodeTabs
        id="snippet"
        label="A card to paste"
        remember="snippet"
        samples={PLACES.map((name) => ({ name, text: texts[name] }))}
        placeholder={placeholder}
      />
      <PlayerSearch forCards />
    </section>
  );
}

function FirstRequest({ example }: { example: Example }) {
  const { user, site, placeholder, game, total } = example;
  const url = `${site}/api/v1/users/${user}/completion-progress?count=1`;
  return (
    <section className={styles.way} aria-labelledby="first-request">
      <h2 id="first-request">Get JSON</h2>
      <p>
        A player's games, latest unlock first. No key, and it works from any web page.{" "}
        <code>total</code> includes Events, which pages leave out. There is an{" "}
        <a href="/api/openapi.json">OpenAPI document</a> too.
      </p>
      <CodeTabs
        id="first"
        label="The first request"
        remember="docs-language"
        samples={[
          { name: "curl", text: `curl "${url}"` },
          { name: "fetch", text: `const progress = await (await fetch("${url}")).json();` },
        ]}
        placeholder={placeholder}
      />
      <JsonAnswer label="Answer" value={{ count: 1, total, results: [toApiRow(game)] }} />
    </section>
  );
}
