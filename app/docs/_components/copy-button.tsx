"use client";

import { useState } from "react";
import styles from "./copy-button.module.css";
import { useSiteAddress } from "./site-address";

interface CopyButtonProps {
  text: string;
  /** What is copied, for screen readers. */
  label: string;
  /** The part of the text that stands for the site's URL; null if none does. */
  placeholder: string | null;
}

/** Copies a text. Hidden without JavaScript. */
export function CopyButton({ text, label, placeholder }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copied = useSiteAddress(text, placeholder);
  async function copy() {
    try {
      await navigator.clipboard.writeText(copied);
      setIsCopied(true);
    } catch {
      // The browser refused: let the reader copy it by hand.
      prompt("Copy this:", copied);
    }
  }
  const word = isCopied ? "Copied" : "Copy";
  return (
    <button type="button" className={styles.button} aria-label={`${word} ${label}`} onClick={copy}>
      <span aria-live="polite">{word}</span>
    </button>
  );
}
