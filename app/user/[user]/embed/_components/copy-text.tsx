"use client";

import { useRef, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import styles from "./card-builder.module.css";

interface CopyTextProps {
  name: string;
  text: string;
}

/** A text to copy, by its button or by hand. */
export function CopyText({ name, text }: CopyTextProps) {
  const [copied, setCopied] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Not allowed: the reader copies what is selected.
      field.current?.select();
    }
  }
  return (
    <div className={`${fields.fields} ${styles.snippet}`}>
      <label>
        <span>{name}</span>
        <textarea
          ref={field}
          readOnly
          rows={3}
          value={text}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <button type="button" onClick={copy}>
        {copied === text ? "Copied" : "Copy"} <span className="visually-hidden">{name}</span>
      </button>
    </div>
  );
}
