import { useEffect, useState } from "react";
import { snippets } from "@/lib/cards/snippets";
import {
  type Arguments,
  type BuilderCard,
  fileOf,
  folderOf,
  pageOf,
  pictureOf,
  searchOf,
} from "./card-addresses";
import styles from "./card-builder.module.css";
import type { CardChoice } from "./card-choice";
import { SnippetTabs } from "./snippet-tabs";

/** Debounces typing and sliders: only the last card is drawn. */
const SETTLED_MS = 150;

/** Hosts that mean the reader's own computer. */
const OWN_COMPUTER = /^https?:\/\/(localhost|[^/]*\.localhost|127\.[\d.]+|\[::1\])(:\d+)?$/;

interface CardResultProps {
  user: string;
  /** The site's address, without a slash at its end. */
  site: string;
  cardOf: (name: string) => BuilderCard | undefined;
  choice: CardChoice;
  /** What stands for an argument that was not chosen. */
  defaults: Arguments;
}

/** The card that was chosen, on light and dark, and what to copy to show it elsewhere. */
export function CardResult({ user, site, cardOf, choice, defaults }: CardResultProps) {
  const shown: CardChoice = JSON.parse(useSettled(JSON.stringify(choice)));
  const card = cardOf(choice.card);
  const shownCard = cardOf(shown.card) ?? card;
  if (!card || !shownCard) return null;
  const given = { ...defaults, ...choice };
  const file = fileOf(card, given);
  const shownFile = fileOf(shownCard, { ...defaults, ...shown });
  const alt = `${user} on RetroAchievements`;
  const address = `${folderOf(user)}/${file}`;
  return (
    <div className={styles.result}>
      {["light", "dark"].map((scheme) => (
        <div key={scheme} className={styles[scheme]}>
          {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
          <img
            src={pictureOf(
              user,
              shownCard,
              shownFile,
              searchOf(shown.theme ? shown : { ...shown, theme: scheme }),
              shown.theme ?? scheme,
            )}
            alt={`${shownFile === null ? "An example" : alt}, on ${scheme}`}
          />
        </div>
      ))}
      {file === null ? (
        <p className={styles.missing} role="status">
          An example: name the other player to get this card.
        </p>
      ) : (
        <div className={styles.take}>
          {OWN_COMPUTER.test(site) && (
            <p className={styles.missing}>
              Only your own computer can load these addresses: they lead to {site}. Once the site
              has a public address, set SITE_URL.
            </p>
          )}
          <SnippetTabs
            snippets={snippets({
              cardUrl: `${site}${address}.svg${searchOf(choice)}`,
              pageUrl: `${site}/user/${user}`,
              linkUrl: site + pageOf(card, user, given),
              alt,
            })}
          />
          <p className={styles.downloads}>
            <a href={`${address}.svg${searchOf(choice)}`} download>
              Download SVG
            </a>
            <a href={`${address}.png${searchOf(choice, { scale: "2" })}`} download>
              Download PNG
            </a>
          </p>
        </div>
      )}
    </div>
  );
}

/** A text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
