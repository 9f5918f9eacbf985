import fields from "@/app/_components/fields.module.css";
import type { Place } from "@/lib/cards/places";
import styles from "./card-result.module.css";
import { type Copier, CopyCode } from "./copy-code";
import { NEEDS_SITE } from "./snippet-tabs";

interface CopyBarProps {
  /** The card's code for each place. */
  code: Record<Place, string>;
  place: Place;
  /** What to do with the code. */
  hint: string;
  choose: (place: string) => void;
  copier: Copier;
}

/** The code for a place in two lines, for narrow windows: it stays in view with the card. */
export function CopyBar({ code, place, hint, choose, copier }: CopyBarProps) {
  const text = code[place];
  return (
    <div className={`${fields.fields} ${styles.bar}`}>
      <select aria-label="Place" value={place} onChange={({ target }) => choose(target.value)}>
        {Object.keys(code).map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      {text !== "" && <CopyCode text={text} what={`for ${place}`} copier={copier} />}
      <p>{text === "" ? NEEDS_SITE : copier.text === text ? hint : <code>{text}</code>}</p>
    </div>
  );
}
