import type { ReactNode } from "react";
import fields from "@/app/_components/fields.module.css";
import { PLAYER_MARKS } from "@/lib/charts/player-marks";
import styles from "./compare-form.module.css";
import { PlayerMark } from "./player-mark";

const LABELS = ["First player", "Second player", "Third player", "Fourth player"];
/** The fewest players of a comparison. */
const NEEDED = 2;
/** Id of the suggestions. */
const SUGGESTED = "suggested-players";

interface CompareFormProps {
  /** The initial names. */
  names?: readonly string[];
  /** Names that the browser suggests in the fields. */
  suggested?: readonly string[];
  /** Whether choosing players is the purpose of the page: the first empty field gets the focus. */
  isMain?: boolean;
  /** The field of one player, by position from 0. Default: a plain field with the name. */
  input?: (place: number) => ReactNode;
}

/** Chooses up to four players. A plain form: its target normalizes the names. */
export function CompareForm({
  names = [],
  suggested = [],
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
            // biome-ignore lint/a11y/noLabelWithoutControl: `input` gives the control
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
        {suggested.length > 0 && (
          <datalist id={SUGGESTED}>
            {suggested.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        )}
        <button type="submit" className={styles.button}>
          Compare
        </button>
      </form>
    </search>
  );
}

interface NameInputProps {
  place: number;
  /** The initial value. */
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
      list={SUGGESTED}
      defaultValue={name}
      placeholder="User name"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="go"
      maxLength={256}
      required={place < NEEDED}
      aria-invalid={isWrong}
      // biome-ignore lint/a11y/noAutofocus: only on a page whose purpose is typing a name
      autoFocus={hasFocus}
    />
  );
}
