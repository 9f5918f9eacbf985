"use client";

import { useState } from "react";
import fields from "@/app/_components/fields.module.css";
import { useStoredChoice } from "@/app/_components/stored-choice";
import { TabList } from "@/app/_components/tab-list";
import type { Snippet } from "@/lib/cards/snippets";
import styles from "./snippet-tabs.module.css";

/** Under which the reader's choice is kept, for the next card. */
const STORED = "snippet";

/** One box of texts to copy, each under its tab. Without JavaScript all are there, one below the other. */
export function SnippetTabs({ snippets }: { snippets: Snippet[] }) {
  const [wanted, choose] = useStoredChoice(STORED);
  const [copied, setCopied] = useState("");
  // One of another version of this site may be stored.
  const chosen = (snippets.find(({ name }) => name === wanted) ?? snippets[0])?.name;

  async function copy({ name, text }: Snippet) {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Not allowed: the reader copies what is selected.
      const field = document.getElementById(`${idOf(name)}-text`);
      if (field instanceof HTMLTextAreaElement) field.select();
    }
  }

  return (
    <div className={`${fields.fields} ${styles.box}`}>
      <TabList
        label="Code to copy"
        names={snippets.map(({ name }) => name)}
        chosen={chosen}
        idOf={idOf}
        className={styles.tabs}
        tabClassName={styles.tab}
        onChoose={choose}
      />
      {snippets.map((snippet) => (
        <div
          key={snippet.name}
          className={styles.panel}
          role="tabpanel"
          id={`${idOf(snippet.name)}-panel`}
          aria-labelledby={idOf(snippet.name)}
          hidden={snippet.name !== chosen}
        >
          <label>
            <span className={styles.name}>{snippet.name}</span>
            <textarea
              id={`${idOf(snippet.name)}-text`}
              readOnly
              rows={4}
              value={snippet.text}
              onFocus={(event) => event.target.select()}
            />
          </label>
          {snippet.hint && <p className={styles.hint}>{snippet.hint}</p>}
          <button type="button" className={styles.copy} onClick={() => copy(snippet)}>
            {copied === snippet.text ? "Copied" : "Copy"}{" "}
            <span className="visually-hidden">{snippet.name}</span>
          </button>
        </div>
      ))}
    </div>
  );
}

const idOf = (name: string) => `snippet-${name.toLowerCase().replaceAll(" ", "-")}`;
