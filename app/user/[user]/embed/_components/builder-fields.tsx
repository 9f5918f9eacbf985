import { type ComponentProps, useRef } from "react";
import styles from "./card-builder.module.css";
import type { BuilderState, COLORS, Range } from "./card-choice";

/** Says what is wrong with a field as one types. */
function FieldError({ name, text }: { name: string; text: string | undefined }) {
  return (
    <span id={`bad-${name}`} className={styles.bad} role="status">
      {text}
    </span>
  );
}

/** The attributes of a field that has a {@link FieldError}. */
function errorProps(name: string, text: string | undefined) {
  return { "aria-invalid": text !== undefined, "aria-describedby": `bad-${name}` };
}

interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  name: string;
  /** What is wrong with the text. */
  error: string | undefined;
}

/** A text with its label, and what is wrong with it. Children stand between the two. */
export function TextField({ label, name, error, children, ...input }: TextFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} {...errorProps(name, error)} {...input} />
      {children}
      <FieldError name={name} text={error} />
    </label>
  );
}

interface NumberFieldProps extends BuilderState {
  name: "count" | "width" | "radius";
  label: string;
  range: Range;
}

/** A number as text, within a range. */
export function NumberField({ name, label, range, typed, checked }: NumberFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      error={checked.bad[name]}
      inputMode="numeric"
      placeholder={String(range.default)}
      defaultValue={typed[name]}
    />
  );
}

interface ColorFieldProps extends BuilderState {
  name: (typeof COLORS)[number]["name"];
  label: string;
  onChange: () => void;
}

/** A colour as text, which works without JavaScript, with a picker beside it. */
export function ColorField({ name, label, typed, checked, onChange }: ColorFieldProps) {
  const good = checked.good[name];
  const bad = checked.bad[name];
  const text = useRef<HTMLInputElement>(null);
  function put(value: string) {
    if (text.current) text.current.value = value;
    onChange();
  }
  return (
    <div className={styles.color}>
      <label htmlFor={`color-${name}`}>{label}</label>
      <div className={styles.row}>
        <input
          id={`color-${name}`}
          ref={text}
          name={name}
          maxLength={20}
          placeholder="Default"
          defaultValue={typed[name]}
          spellCheck={false}
          {...errorProps(name, bad)}
        />
        <input
          type="color"
          className={styles.picker}
          aria-label={`${label}: pick a colour`}
          value={sixDigits(good)}
          onChange={({ target }) => put(target.value)}
        />
        <button
          type="button"
          className={styles.clear}
          aria-label={`${label}: default`}
          disabled={good === undefined && bad === undefined}
          onClick={() => put("")}
        >
          ×
        </button>
      </div>
      <FieldError name={name} text={bad} />
    </div>
  );
}

/** A colour in the form that a colour picker takes; grey for none. */
export function sixDigits(color: string | undefined): string {
  const digits = /^#?([0-9a-f]{3,8})$/i.exec(color ?? "")?.[1] ?? "888888";
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return `#${long.slice(0, 6).toLowerCase()}`;
}
