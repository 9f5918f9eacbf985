"use client";

import { type SubmitEvent, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import styles from "./try-it.module.css";

/** A parameter as a field. */
export interface TryField {
  name: string;
  in: "path" | "query";
  isRequired: boolean;
  /** The first value of the field. */
  initial: string;
  /** The default if it is left empty. */
  fallback: string;
  /** All values; empty: free text. */
  values: string[];
}

interface TryItProps {
  id: string;
  path: string;
  parameters: TryField[];
}

interface Shown {
  request: string;
  status: string;
  body: string;
}

/** Longer answers are cut: they would make the page slow. */
const MOST_CHARACTERS = 20_000;

/** Sends a request from the page and shows the answer. Hidden without JavaScript. */
export function TryIt({ id, path, parameters }: TryItProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isWaiting, setIsWaiting] = useState(false);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const request = addressOf(path, parameters, new FormData(event.currentTarget));
    setIsWaiting(true);
    setShown(await ask(request));
    setIsWaiting(false);
  }

  return (
    <details className={styles.box}>
      <summary className={styles.summary}>Try it</summary>
      <form className={`${fields.fields} ${styles.form}`} onSubmit={send} autoComplete="off">
        {parameters.map((parameter) => (
          <Field key={parameter.name} id={`try-${id}-${parameter.name}`} parameter={parameter} />
        ))}
        <button type="submit" className={styles.send} disabled={isWaiting}>
          Send
        </button>
      </form>
      <div aria-live="polite" id={`${id}-answer`}>
        {shown && (
          <>
            <p className={styles.request}>
              <code>{shown.request}</code>
            </p>
            <p className={styles.status}>{shown.status}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keys */}
            <section className={styles.body} aria-label="The answer" tabIndex={0}>
              <pre>{shown.body}</pre>
            </section>
          </>
        )}
      </div>
    </details>
  );
}

function Field({ id, parameter }: { id: string; parameter: TryField }) {
  const { name, isRequired, initial, fallback, values } = parameter;
  return (
    <label htmlFor={id}>
      <span>{name}</span>
      {values.length > 1 ? (
        <select id={id} name={name} defaultValue={initial}>
          <option value="">{fallback ? `${fallback} (default)` : "–"}</option>
          {values
            .filter((value) => value !== fallback)
            .map((value) => (
              <option key={value}>{value}</option>
            ))}
        </select>
      ) : (
        <input
          id={id}
          name={name}
          defaultValue={initial}
          placeholder={fallback}
          required={isRequired}
          maxLength={200}
          spellCheck={false}
          autoCapitalize="none"
        />
      )}
    </label>
  );
}

/** The path and query of the filled fields; empty ones are left out. */
function addressOf(path: string, parameters: TryField[], form: FormData): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: place } of parameters) {
    const value = String(form.get(name) ?? "").trim();
    if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== "") query.set(name, value);
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

async function ask(request: string): Promise<Shown> {
  const started = performance.now();
  try {
    const response = await fetch(request);
    const text = await response.text();
    const milliseconds = Math.round(performance.now() - started);
    const facts = [response.status, response.headers.get("Content-Type"), `${milliseconds} ms`];
    return { request, status: facts.filter(Boolean).join(" · "), body: readable(text) };
  } catch {
    return { request, status: "No answer: the network failed.", body: "" };
  }
}

function readable(text: string): string {
  const body = indented(text);
  return body.length > MOST_CHARACTERS ? `${body.slice(0, MOST_CHARACTERS)}\n…` : body;
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
