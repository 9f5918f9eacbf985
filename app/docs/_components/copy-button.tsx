"use client";

import { useState } from "react";
import styles from "./copy-button.module.css";
import { useSiteAddress } from "./site-address";

interface CopyButtonProps {
  text: string;
  /** What is copied, for who does not see where the button stands. */
  label: string;
  /** What of the text stands for the site's address; null if nothing does. */
  placeholder: string | null;
}

/** Copies a text. Without JavaScript there is nothing to press. */
export function CopyButton({ text, label, placeholder }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copied = useSiteAddress(text, placeholder);
  async function copy() {
    try {
      await navigator.clipboard.writeText(copied);
      setIsCopied(true);
    } catch {
      // Not allowed: the reader copies what is shown.
      prompt("Copy this:", copied);
    }
  }
  return (
    <button type="button" className={styles.button} onClick={copy}>
      <span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
      <span className="visually-hidden"> {label}</span>
    </button>
  );
}
