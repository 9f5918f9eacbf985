"use client";

import { Tabs } from "@/app/_components/tabs";
import styles from "./code-tabs.module.css";
import { CopyButton } from "./copy-button";
import { useSiteAddress } from "./site-address";

interface CodeTabsProps {
  /** Unique on the page. */
  id: string;
  label: string;
  /** The key of the stored choice; all tabs with this key switch together. */
  remember: string;
  samples: { name: string; text: string }[];
  placeholder: string | null;
}

/** Code in several languages, one per tab. */
export function CodeTabs({ id, label, remember, samples, placeholder }: CodeTabsProps) {
  const idOf = (name: string) => `${id}-${name.toLowerCase().replace(/[^a-z]/g, "")}`;

  return (
    <div className={styles.box}>
      <Tabs
        label={label}
        tabs={samples}
        remember={remember}
        idOf={idOf}
        styles={styles}
        panel={({ name, text }) => (
          <>
            <p className={styles.name}>{name}</p>
            <Code text={text} placeholder={placeholder} />
            <CopyButton text={text} label={`${label}, ${name}`} placeholder={placeholder} />
          </>
        )}
      />
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
