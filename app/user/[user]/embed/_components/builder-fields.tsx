import { useRef } from "react";
import styles from "./card-builder.module.css";
import type { COLORS, Range } from "./card-choice";

interface PictureProps {
  name: string;
  value: string;
  label: string;
  isChosen: boolean;
  src: string;
}

/** One of several to choose from, by what it looks like. */
export function Picture({ name, value, label, isChosen, src }: PictureProps) {
  return (
    <label className={styles.picture}>
      <input type="radio" name={name} value={value} defaultChecked={isChosen} />
      <span className={styles.frame}>
        {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
        <img src={src} alt="" loading="lazy" />
      </span>
      <span>{label}</span>
    </label>
  );
}

/** Says what is wrong with a field, as soon as it is. */
export function FieldError({ name, text }: { name: string; text: string | undefined }) {
  return (
    <span id={`bad-${name}`} className={styles.bad} role="status">
      {text}
    </span>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  range: Range;
  given: string | undefined;
  bad: string | undefined;
}

/** A number as text, within a range. */
export function NumberField({ name, label, range, given, bad }: NumberFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        inputMode="numeric"
        placeholder={String(range.default)}
        defaultValue={given}
        aria-invalid={bad !== undefined}
        aria-describedby={`bad-${name}`}
      />
      <FieldError name={name} text={bad} />
    </label>
  );
}

interface ColorFieldProps {
  name: (typeof COLORS)[number]["name"];
  label: string;
  given: string | undefined;
  good: string | undefined;
  bad: string | undefined;
  onChange: () => void;
}

/** A colour as text, which a form without JavaScript sends, with a picker beside it. */
export function ColorField({ name, label, given, good, bad, onChange }: ColorFieldProps) {
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
          placeholder="The theme's"
          defaultValue={given}
          spellCheck={false}
          aria-invalid={bad !== undefined}
          aria-describedby={`bad-${name}`}
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
          aria-label={`${label}: the theme's`}
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

/** A colour as a picker knows it; grey for none. */
export function sixDigits(color: string | undefined): string {
  const digits = /^#?([0-9a-f]{3,8})$/i.exec(color ?? "")?.[1] ?? "888888";
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return `#${long.slice(0, 6).toLowerCase()}`;
}
