import fields from "@/app/_components/fields.module.css";
import { Tabs } from "@/app/_components/tabs";
import type { Place } from "@/lib/cards/places";
import { type Copier, CopyCode } from "./copy-code";
import styles from "./snippet-tabs.module.css";

/** The key under which the reader's place is remembered, for the next card. */
export const PLACE_KEY = "snippet";

interface SnippetTabsProps {
  /** The card's code for each place. */
  code: Record<Place, string>;
  /** What to do with it. */
  hints: Record<Place, string>;
  copier: Copier;
}

/** The code of a card, with a tab for each place. */
export function SnippetTabs({ code, hints, copier }: SnippetTabsProps) {
  return (
    <div className={`${fields.fields} ${styles.box}`}>
      <Tabs
        label="Places for the card"
        tabs={(Object.keys(code) as Place[]).map((name) => ({ name }))}
        remember={PLACE_KEY}
        idOf={(name) => `snippet-${name.toLowerCase().replaceAll(" ", "-")}`}
        styles={styles}
        panel={({ name }) => (
          <>
            <p>{hints[name]}</p>
            <CopyCode text={code[name]} what={`for ${name}`} copier={copier} />
            <label>
              <span className={styles.name}>{name}</span>
              <textarea
                readOnly
                rows={3}
                value={code[name]}
                spellCheck={false}
                onFocus={(event) => event.target.select()}
              />
            </label>
          </>
        )}
      />
    </div>
  );
}
