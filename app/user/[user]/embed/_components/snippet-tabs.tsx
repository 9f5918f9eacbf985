import fields from "@/app/_components/fields.module.css";
import { Tabs } from "@/app/_components/tabs";
import { NO_SERVER, type Place } from "@/lib/cards/places";
import { ACTION } from "@/lib/cards/workflow";
import { type Copier, CopyCode } from "./copy-code";
import styles from "./snippet-tabs.module.css";

/** The key under which the reader's place is remembered, for the next card. */
export const PLACE_KEY = "snippet";

/** Says why a card has no code for a place. */
export const NEEDS_SITE =
  "This card shows a history, unlocks or times, and only a site keeps them.";

interface SnippetTabsProps {
  /** The card's code for each place; empty where it cannot be shown. */
  code: Record<Place, string>;
  /** HTML for README.md, for the place without a server. */
  readme: string | undefined;
  /** What to do with it. */
  hints: Record<Place, string>;
  copier: Copier;
}

/** The code of a card, with a tab for each place. */
export function SnippetTabs({ code, readme, hints, copier }: SnippetTabsProps) {
  return (
    <div className={`${fields.fields} ${styles.box}`}>
      <Tabs
        label="Places for the card"
        tabs={(Object.keys(code) as Place[]).map((name) => ({ name }))}
        remember={PLACE_KEY}
        idOf={(name) => `snippet-${name.toLowerCase().replaceAll(/\W+/g, "-")}`}
        styles={styles}
        panel={({ name }) =>
          code[name] === "" ? (
            <p>{NEEDS_SITE}</p>
          ) : (
            <>
              <Code name={name} text={code[name]} hint={hints[name]} copier={copier} />
              {name === NO_SERVER && readme && (
                <>
                  <p className={styles.wide}>
                    Save your web API key as a secret named RA_WEB_API_KEY. For{" "}
                    {ACTION.split("/")[0]}, name the account whose copy of Longplay you use.
                  </p>
                  <Code
                    name="README.md"
                    text={readme}
                    hint="Paste this into your README.md."
                    copier={copier}
                  />
                </>
              )}
            </>
          )
        }
      />
    </div>
  );
}

interface CodeProps {
  /** Of the place or file. */
  name: string;
  text: string;
  /** What to do with it. */
  hint: string;
  copier: Copier;
}

function Code({ name, text, hint, copier }: CodeProps) {
  return (
    <>
      <p>{hint}</p>
      <CopyCode text={text} what={`for ${name}`} copier={copier} />
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
  );
}
