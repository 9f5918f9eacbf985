import { CardImage } from "@/app/_components/themed-image";
import { ownOptions } from "@/lib/api-docs/card-routes";
import { type Card, cardFile } from "@/lib/cards/card";
import { readCardRequest } from "@/lib/cards/card-request";
import styles from "./card-section.module.css";
import type { Example } from "./example";
import { ParameterTable } from "./parameter-table";
import { RequestBar } from "./request-bar";

interface CardSectionProps {
  card: Card;
  /** Its path, as its route has it. */
  path: string;
  example: Example;
}

/** One card: a live picture, its URL, and its own options. */
export function CardSection({ card, path, example }: CardSectionProps) {
  const { name, about, width } = card;
  const { player, site, placeholder } = example;
  const options = ownOptions(card);
  const { options: defaults } = readCardRequest(card, new URLSearchParams());
  const src = pictureOf(card, player);
  const picture = (
    <CardImage
      src={src}
      width={width.default}
      height={card.height(defaults, null)}
      alt={`The ${name} card of ${player?.name ?? "a made-up player"}`}
    />
  );
  return (
    <section aria-labelledby={`card-${name}`} className={styles.card}>
      <h3 id={`card-${name}`}>{name} card</h3>
      <p>{about}.</p>
      <div className={styles.picture}>
        {player ? <a href={`/user/${player.name}/embed?card=${name}`}>{picture}</a> : picture}
      </div>
      <RequestBar verb="GET" path={path} site={site} placeholder={placeholder} />
      {options.length > 0 && (
        <ParameterTable caption={`Options of the ${name} card`} parameters={options} />
      )}
    </section>
  );
}

/** A made-up player's, where the site has none to show. */
function pictureOf(card: Card, player: Example["player"]): string {
  const argument = card.argument && player?.arguments[card.argument.option];
  if (!player || (card.argument && argument === undefined))
    return `/demo-media/cards/${card.name}.svg`;
  return `/user/${player.name}/cards/${cardFile(card, argument)}.svg`;
}
