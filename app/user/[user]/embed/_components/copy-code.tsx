import { useState } from "react";

/** What was copied last. */
export interface Copier {
  text: string;
  /** For screen readers: `Shelf for GitHub`. */
  what: string;
  copy: (text: string, what: string) => void;
}

/** Copies text, for all buttons of the page: only the text in the clipboard is "Copied". */
export function useCopier(): Copier {
  const [copied, setCopied] = useState({ text: "", what: "" });
  async function copy(text: string, what: string) {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, what });
    } catch {
      // Browsers refuse this without HTTPS: let the reader copy it.
      prompt("Copy this:", text);
    }
  }
  return { ...copied, copy };
}

interface CopyCodeProps {
  text: string;
  what: string;
  copier: Copier;
}

/** A button that copies code. */
export function CopyCode({ text, what, copier }: CopyCodeProps) {
  return (
    <button type="button" onClick={() => copier.copy(text, what)}>
      {copier.text === text ? "Copied" : "Copy"}
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
