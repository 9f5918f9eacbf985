import { type ReactNode, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import type { Place } from "@/lib/cards/places";
import {
  type BuilderCard,
  fileOf,
  folderOf,
  pictureOf,
  type ShownSize,
  searchOf,
} from "./card-addresses";
import type { CardChoice } from "./card-choice";
import styles from "./card-result.module.css";
import { CopyBar } from "./copy-bar";
import type { Copier } from "./copy-code";
import { SnippetTabs } from "./snippet-tabs";
import { useSettled } from "./use-settled";

/** Debounces typing and sliders: only the last card is drawn. */
const SETTLED_MS = 150;

interface CardResultProps {
  user: string;
  cardOf: (name: string) => BuilderCard | undefined;
  /** With defaults for the arguments. */
  choice: CardChoice;
  /** The size of the card with the first choice. */
  initialSize: ShownSize;
  /** A second player to show while none is chosen. */
  example: string | undefined;
  /** Null while the card has no address. */
  code: Record<Place, string> | null;
  /** What shows the card in README.md once the workflow has drawn it. */
  readme: string | undefined;
  place: Place;
  /** What to do with the code. */
  hints: Record<Place, string>;
  choosePlace: (place: string) => void;
  copier: Copier;
  /** Says that only the reader's own computer can load the card, if so. */
  localNote: ReactNode;
  /** What stands for a card whose second player is not picked. */
  rivals: ReactNode;
  /** The field for the card's argument, if it has one. */
  children: ReactNode;
  /** Called when that field changes. */
  onChange: () => void;
}

/** The chosen card on a light and a dark page, and its code. */
export function CardResult(props: CardResultProps) {
  const { user, cardOf, choice, initialSize, example, code, place, hints, copier } = props;
  const text = JSON.stringify(choice);
  const settled = useSettled(text, SETTLED_MS);
  const [initial] = useState(text);
  const shown: CardChoice = JSON.parse(settled);
  const card = cardOf(shown.card);
  if (!card) return null;
  // Later pictures replace one that is in place until they are loaded.
  const size = settled === initial ? initialSize : undefined;
  const file = fileOf(card, { other: example, ...shown });
  const stage = (scheme: "light" | "dark") => (
    <div className={`${styles.stage} ${styles[scheme]}`}>
      {file === null ? (
        props.rivals
      ) : (
        // biome-ignore lint/performance/noImgElement: the card as it is embedded
        <img
          src={pictureOf(user, file, searchOf(shown.theme ? shown : { ...shown, theme: scheme }))}
          alt={`${code ? `${user} on RetroAchievements` : "An example"}, on ${scheme}`}
          {...size}
        />
      )}
    </div>
  );
  const address = `${folderOf(user)}/${fileOf(cardOf(choice.card) ?? card, choice)}`;
  return (
    <div className={styles.result}>
      <div id="code" className={styles.pinned} tabIndex={-1}>
        {stage("light")}
        {file && !code && <p>This is an example with {example}.</p>}
        {code && (
          <CopyBar
            code={code}
            place={place}
            hint={hints[place]}
            choose={props.choosePlace}
            copier={copier}
          />
        )}
      </div>
      {props.children && (
        <div className={`${fields.fields} ${styles.argument}`} onChange={props.onChange}>
          {props.children}
        </div>
      )}
      {code && (
        <div className={styles.take}>
          <SnippetTabs code={code} readme={props.readme} hints={hints} copier={copier} />
          <p>
            <a href={`${address}.svg${searchOf(choice)}`} download>
              Download SVG
            </a>
            <a href={`${address}.png${searchOf(choice, { scale: "2" })}`} download>
              Download PNG
            </a>
          </p>
          {props.localNote}
        </div>
      )}
      {file !== null && stage("dark")}
    </div>
  );
}
