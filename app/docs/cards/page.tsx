import type { Metadata } from "next";
import { connection } from "next/server";
import { CARD_ROUTES, COMMON_OPTIONS } from "@/lib/api-docs/card-routes";
import { CARDS } from "@/lib/cards";
import { CardSection } from "../_components/card-section";
import { DocsFrame } from "../_components/docs-frame";
import { findExample } from "../_components/example";
import { ParameterTable } from "../_components/parameter-table";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "Cards",
  description: "Every card of a RetroAchievements player: a picture, its address and its options.",
};

/** All cards: each with a picture, its address and its options. */
export default async function CardsPage() {
  await connection();
  const example = await findExample();
  return (
    <DocsFrame path="/docs/cards">
      <section aria-labelledby="cards">
        <h2 id="cards" className="visually-hidden">
          All cards
        </h2>
        <p className={styles.intro}>
          Press a card to change it and copy its code. Without data, a card shows the reason; it is
          never a <a href="/docs/problems#card-messages">broken picture</a>.
          {example.player ? "" : " The player below is made up."}
        </p>
        <ul className={styles.names} aria-label="Cards on this page">
          {CARDS.map(({ name, label }) => (
            <li key={name}>
              <a href={`#card-${name}`}>{label}</a>
            </li>
          ))}
          <li>
            <a href="#card-options">Options of every card</a>
          </li>
        </ul>
        <div className={styles.cards}>
          {CARDS.map((card, at) => (
            <CardSection
              key={card.name}
              card={card}
              path={CARD_ROUTES[at]?.path ?? ""}
              example={example}
            />
          ))}
        </div>
      </section>
      <section aria-labelledby="card-options" className={styles.options}>
        <h2 id="card-options">Options of every card</h2>
        <p>
          Add them to the address: <code>summary.svg?theme=midnight&amp;radius=0</code>
        </p>
        <ParameterTable caption="Options of every card" parameters={COMMON_OPTIONS} />
      </section>
    </DocsFrame>
  );
}
