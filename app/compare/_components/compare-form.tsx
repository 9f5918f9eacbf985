import type { ReactNode } from "react";
import fields from "@/app/_components/fields.module.css";
import { PLAYER_MARKS } from "@/lib/charts/player-marks";
import styles from "./compare-form.module.css";
import { PlayerMark } from "./player-mark";

const LABELS = ["First player", "Second player", "Third player", "Fourth player"];
/** A comparison is of two at least. */
const NEEDED = 2;

interface CompareFormProps {
  /** The names that the form begins with. */
  names?: readonly string[];
  /** Where the form is what its page is for: the first field that is empty has the focus. */
  isMain?: boolean;
  /** The field of one player, by position from 0. Left out: a plain field with the name. */
  input?: (place: number) => ReactNode;
}

/** Chooses up to four players. A plain form: its target normalizes the names. */
export function CompareForm({
  names = [],
  isMain = false,
  input = (place) => (
    <NameInput place={place} name={names[place]} hasFocus={isMain && place === names.length} />
  ),
}: CompareFormProps) {
  return (
    <search>
      <form action="/compare" method="get">
        <div className={`${fields.fields} ${styles.fields}`}>
          {PLAYER_MARKS.map(({ form }, place) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: it is what `input` gives
            <label key={form}>
              <span className={styles.label}>
                <PlayerMark place={place} />
                {LABELS[place]}
                {place >= NEEDED && " (optional)"}
              </span>
              {input(place)}
            </label>
          ))}
        </div>
        <button type="submit" className={styles.button}>
          Compare
        </button>
      </form>
    </search>
  );
}

interface NameInputProps {
  place: number;
  /** What the field begins with. */
  name: string | undefined;
  isWrong?: boolean;
  hasFocus?: boolean;
}

/** One field of the form. */
export function NameInput({ place, name, isWrong, hasFocus }: NameInputProps) {
  return (
    <input
      type="text"
      name="user"
      defaultValue={name}
      placeholder="User name"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="go"
      maxLength={256}
      required={place < NEEDED}
      aria-invalid={isWrong}
      // biome-ignore lint/a11y/noAutofocus: only where typing a name is all a page is for
      autoFocus={hasFocus}
    />
  );
}
