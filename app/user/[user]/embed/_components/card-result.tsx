import { type ReactNode, useEffect, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import type { Snippet } from "@/lib/cards/snippets";
import {
  type BuilderCard,
  fileOf,
  folderOf,
  pictureOf,
  type Size,
  searchOf,
} from "./card-addresses";
import type { CardChoice } from "./card-choice";
import styles from "./card-result.module.css";
import { CopyBar } from "./copy-bar";
import type { Copier } from "./copy-code";
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
  /** With defaults for the arguments. */
  choice: CardChoice;
  /** The size of the card with the first choice. */
  initialSize: Size | undefined;
  /** A second player to show while none is chosen. */
  example: string | undefined;
  /** Null while the card has no address. */
  code: Snippet[] | null;
  copier: Copier;
  /** What stands for a card whose second player is not picked. */
  rivals: ReactNode;
  /** The field for the card's argument, if it has one. */
  children: ReactNode;
  /** Called when that field changes. */
  onChange: () => void;
}

/** The chosen card on a light and a dark page, and its code. */
export function CardResult(props: CardResultProps) {
  const {
    user,
    site,
    cardOf,
    choice,
    initialSize,
    example,
    code,
    copier,
    rivals,
    children,
    onChange,
  } = props;
  const text = JSON.stringify(choice);
  const settled = useSettled(text);
  const [initial] = useState(text);
  const shown: CardChoice = JSON.parse(settled);
  const card = cardOf(shown.card);
  if (!card) return null;
  const size = settled === initial ? initialSize : sizeOf(card, shown);
  const file = fileOf(card, { other: example, ...shown });
  const isExample = fileOf(card, shown) === null;
  const stage = (scheme: "light" | "dark") => (
    <div className={`${styles.stage} ${styles[scheme]}`}>
      {file === null ? (
        rivals
      ) : (
        // biome-ignore lint/performance/noImgElement: the card as it is embedded
        <img
          src={pictureOf(user, file, searchOf(shown.theme ? shown : { ...shown, theme: scheme }))}
          alt={`${isExample ? "An example" : `${user} on RetroAchievements`}, on ${scheme}`}
          style={size && { "--ratio": size.width / size.height }}
          {...size}
        />
      )}
    </div>
  );
  const address = `${folderOf(user)}/${file}`;
  return (
    <div className={styles.result}>
      <div className={styles.pinned}>
        {stage("light")}
        {file && isExample && <p className={styles.note}>This is an example with {example}.</p>}
        {code && <CopyBar snippets={code} copier={copier} />}
      </div>
      {children && (
        <div className={`${fields.fields} ${styles.argument}`} onChange={onChange}>
          {children}
        </div>
      )}
      {code && (
        <div className={styles.take}>
          <SnippetTabs snippets={code} copier={copier} />
          <p className={styles.downloads}>
            <a href={`${address}.svg${searchOf(choice)}`} download>
              Download SVG
            </a>
            <a href={`${address}.png${searchOf(choice, { scale: "2" })}`} download>
              Download PNG
            </a>
          </p>
          {OWN_COMPUTER.test(site) && (
            <p className={styles.note}>
              Only your own computer can load these addresses: they lead to {site}. Once the site
              has a public address, set SITE_URL.
            </p>
          )}
        </div>
      )}
      {file !== null && stage("dark")}
    </div>
  );
}

/** The size of a card; undefined if the choice changes it. */
function sizeOf(card: BuilderCard, { count, width, hide }: CardChoice): Size | undefined {
  return count || width || hide ? undefined : card.size;
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
