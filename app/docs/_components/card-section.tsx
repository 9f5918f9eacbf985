import { CardImage } from "@/app/_components/card-image";
import { ownOptions } from "@/lib/api-docs/card-routes";
import { type Card, cardFile } from "@/lib/cards/card";
import { readCardRequest } from "@/lib/cards/card-request";
import styles from "./card-section.module.css";
import type { Example } from "./example";
import { ParameterTable } from "./parameter-table";
import { RequestBar } from "./request-bar";

interface CardSectionProps {
  card: Card;
  /** The path of its route. */
  path: string;
  example: Example;
}

/** One card: its picture, its URL, and its own options. */
export function CardSection({ card, path, example }: CardSectionProps) {
  const { name, label, about, width } = card;
  const { player, site, placeholder } = example;
  const options = ownOptions(card);
  const { options: defaults } = readCardRequest(card, new URLSearchParams());
  const picture = (
    <CardImage
      src={pictureOf(card, player)}
      width={width.default}
      height={card.height(defaults, null)}
      alt={`${label} of ${player?.name ?? "a made-up player"}`}
    />
  );
  return (
    <section aria-labelledby={`card-${name}`} className={styles.card}>
      <div className={styles.head}>
        <h3 id={`card-${name}`}>{label}</h3>
        <p>{about}.</p>
      </div>
      <div className={styles.picture}>
        {player ? <a href={`/user/${player.name}/embed?card=${name}`}>{picture}</a> : picture}
      </div>
      <RequestBar path={path.replace("{format}", "svg")} site={site} placeholder={placeholder} />
      {options.length > 0 && (
        <details className={styles.options}>
          <summary>{options.map((option) => option.name).join(", ")}</summary>
          <ParameterTable caption={`Options of ${label}`} parameters={options} />
        </details>
      )}
    </section>
  );
}

/** The URL of its picture: of a made-up player if the site has no other to show. */
function pictureOf(card: Card, player: Example["player"]): string {
  const argument = card.argument && player?.arguments[card.argument.option];
  if (!player || (card.argument && argument === undefined))
    return `/demo-media/cards/${card.name}.svg`;
  return `/user/${player.name}/cards/${cardFile(card, argument)}.svg`;
}
