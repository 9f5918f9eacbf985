"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import type { Snippet } from "@/lib/cards/snippets";
import styles from "./snippet-tabs.module.css";

/** Under which the reader's choice is kept, for the next card. */
const STORED = "snippet";

/** The steps of the keys that move between tabs; null is an end. */
const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One box of texts to copy, each under its tab. Without JavaScript all are there, one below the other. */
export function SnippetTabs({ snippets }: { snippets: Snippet[] }) {
  const [wanted, setWanted] = useState("");
  const [copied, setCopied] = useState("");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    try {
      setWanted(localStorage.getItem(STORED) ?? "");
    } catch {
      // Without storage the first is shown.
    }
  }, []);
  // One of another version of this site may be stored.
  const chosen = (snippets.find(({ name }) => name === wanted) ?? snippets[0])?.name;

  function choose(name: string) {
    setWanted(name);
    try {
      localStorage.setItem(STORED, name);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }

  function move(event: KeyboardEvent) {
    const step = KEYS[event.key];
    const at = snippets.findIndex(({ name }) => name === chosen);
    const next = step && snippets[step(at, snippets.length)];
    if (!next) return;
    event.preventDefault();
    choose(next.name);
    list.current?.querySelector<HTMLElement>(`#${idOf(next.name)}`)?.focus();
  }

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
      <div
        className={styles.tabs}
        role="tablist"
        aria-label="Code to copy"
        onKeyDown={move}
        ref={list}
      >
        {snippets.map(({ name }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={idOf(name)}
            className={styles.tab}
            aria-selected={name === chosen}
            aria-controls={`${idOf(name)}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {name}
          </button>
        ))}
      </div>
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
