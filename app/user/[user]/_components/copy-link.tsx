"use client";

import { useState } from "react";
import styles from "./copy-link.module.css";

/** Copies the address of a page. Without JavaScript there is nothing to press: the address bar has it. */
export function CopyLink({ path }: { path: string }) {
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    const address = location.origin + path;
    try {
      await navigator.clipboard.writeText(address);
      setIsCopied(true);
    } catch {
      // Not allowed: the reader copies what is shown.
      prompt("Copy this address:", address);
    }
  }
  return (
    <button type="button" className={styles.button} onClick={copy}>
      <span aria-live="polite">{isCopied ? "Link copied" : "Copy link"}</span>
    </button>
  );
}
