"use client";

import { useState } from "react";
import fields from "@/app/_components/fields.module.css";
import { Tabs } from "@/app/_components/tabs";
import type { Snippet } from "@/lib/cards/snippets";
import styles from "./snippet-tabs.module.css";

/** Under which the reader's choice is kept, for the next card. */
const STORED = "snippet";

/** One box of texts to copy, each under its tab. */
export function SnippetTabs({ snippets }: { snippets: Snippet[] }) {
  const [copied, setCopied] = useState("");

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
      <Tabs
        label="Code to copy"
        tabs={snippets}
        remember={STORED}
        idOf={idOf}
        styles={styles}
        panel={(snippet) => (
          <>
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
          </>
        )}
      />
    </div>
  );
}

const idOf = (name: string) => `snippet-${name.toLowerCase().replaceAll(" ", "-")}`;
