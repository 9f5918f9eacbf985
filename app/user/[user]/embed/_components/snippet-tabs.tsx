import fields from "@/app/_components/fields.module.css";
import { Tabs } from "@/app/_components/tabs";
import type { Snippet } from "@/lib/cards/snippets";
import { type Copier, CopyCode } from "./copy-code";
import styles from "./snippet-tabs.module.css";

/** The key under which the reader's place is remembered, for the next card. */
export const PLACE_KEY = "snippet";

interface SnippetTabsProps {
  snippets: Snippet[];
  copier: Copier;
}

/** The code of a card for each place, with a tab per place. */
export function SnippetTabs({ snippets, copier }: SnippetTabsProps) {
  return (
    <div className={`${fields.fields} ${styles.box}`}>
      <Tabs
        label="Places for the card"
        tabs={snippets}
        remember={PLACE_KEY}
        idOf={(name) => `snippet-${name.toLowerCase().replaceAll(" ", "-")}`}
        styles={styles}
        panel={({ name, text, hint }) => (
          <>
            <p className={styles.hint}>{hint}</p>
            <CopyCode text={text} what={`for ${name}`} copier={copier} className={styles.copy} />
            <label>
              <span className={styles.name}>{name}</span>
              <textarea
                readOnly
                rows={3}
                value={text}
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
