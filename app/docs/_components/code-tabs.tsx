"use client";

import { type KeyboardEvent, useRef } from "react";
import styles from "./code-tabs.module.css";
import { CopyButton } from "./copy-button";
import { useOwnAddress } from "./own-address";
import { useRemembered } from "./remembered";

interface CodeTabsProps {
  /** Of its own on the page. */
  id: string;
  label: string;
  /** Under which the choice is kept; all tabs with the same key turn together. */
  remember: string;
  samples: { name: string; text: string }[];
  placeholder: string | null;
}

/** The steps of the keys that move between tabs. */
const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Code in several languages, each under its tab. Without JavaScript all are there, one below the other. */
export function CodeTabs({ id, label, remember, samples, placeholder }: CodeTabsProps) {
  const [wanted, choose] = useRemembered(remember);
  const list = useRef<HTMLDivElement>(null);
  // Not every request is there in every language.
  const chosen = samples.find(({ name }) => name === wanted) ?? samples[0];
  const idOf = (name: string) => `${id}-${name.toLowerCase().replace(/[^a-z]/g, "")}`;

  function move(event: KeyboardEvent) {
    const step = KEYS[event.key];
    const at = samples.findIndex(({ name }) => name === chosen?.name);
    const next = step && samples[step(at, samples.length)];
    if (!next) return;
    event.preventDefault();
    choose(next.name);
    list.current?.querySelector<HTMLElement>(`#${idOf(next.name)}`)?.focus();
  }

  return (
    <div className={styles.box}>
      <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={move} ref={list}>
        {samples.map(({ name }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={idOf(name)}
            className={styles.tab}
            aria-selected={name === chosen?.name}
            aria-controls={`${idOf(name)}-panel`}
            tabIndex={name === chosen?.name ? 0 : -1}
            onClick={() => choose(name)}
          >
            {name}
          </button>
        ))}
      </div>
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
      <code>{useOwnAddress(text, placeholder)}</code>
    </pre>
  );
}
