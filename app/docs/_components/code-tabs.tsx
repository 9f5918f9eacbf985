"use client";

import { useStoredChoice } from "@/app/_components/stored-choice";
import { TabList } from "@/app/_components/tab-list";
import styles from "./code-tabs.module.css";
import { CopyButton } from "./copy-button";
import { useSiteAddress } from "./site-address";

interface CodeTabsProps {
  /** Of its own on the page. */
  id: string;
  label: string;
  /** Under which the choice is kept; all tabs with the same key turn together. */
  remember: string;
  samples: { name: string; text: string }[];
  placeholder: string | null;
}

/** Code in several languages, each under its tab. Without JavaScript all are there, one below the other. */
export function CodeTabs({ id, label, remember, samples, placeholder }: CodeTabsProps) {
  const [wanted, choose] = useStoredChoice(remember);
  // Not every request is there in every language.
  const chosen = samples.find(({ name }) => name === wanted) ?? samples[0];
  const idOf = (name: string) => `${id}-${name.toLowerCase().replace(/[^a-z]/g, "")}`;

  return (
    <div className={styles.box}>
      <TabList
        label={label}
        names={samples.map(({ name }) => name)}
        chosen={chosen?.name}
        idOf={idOf}
        className={styles.tabs}
        tabClassName={styles.tab}
        onChoose={choose}
      />
      {samples.map(({ name, text }) => (
        <div
          key={name}
          className={styles.panel}
          role="tabpanel"
          id={`${idOf(name)}-panel`}
          aria-labelledby={idOf(name)}
          hidden={name !== chosen?.name}
        >
          <p className={styles.name}>{name}</p>
          <Code text={text} placeholder={placeholder} />
          <CopyButton text={text} label={`${label}, ${name}`} placeholder={placeholder} />
        </div>
      ))}
    </div>
  );
}

function Code({ text, placeholder }: { text: string; placeholder: string | null }) {
  return (
    <pre className={styles.code}>
      <code>{useSiteAddress(text, placeholder)}</code>
    </pre>
  );
}
