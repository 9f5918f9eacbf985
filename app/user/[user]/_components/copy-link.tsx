"use client";

import { useState } from "react";
import styles from "./copy-link.module.css";

/**
 * Copies the address of a page. Without JavaScript there is nothing to press: the address bar has it.
 *
 * @param path with the query of what the page shows
 */
export function CopyLink({ path }: { path: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  async function copy() {
    const address = location.origin + path;
    try {
      await navigator.clipboard.writeText(address);
      setCopied(path);
    } catch {
      // Not allowed: the reader copies what is shown.
      prompt("Copy this address:", address);
    }
  }
  return (
    <button type="button" className={styles.button} onClick={copy}>
      <span aria-live="polite">{copied === path ? "Link copied" : "Copy link"}</span>
    </button>
  );
}
