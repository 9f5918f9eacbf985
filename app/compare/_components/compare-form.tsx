import fields from "@/app/_components/fields.module.css";
import { PLAYER_MARKS } from "@/lib/charts/player-marks";
import styles from "./compare-form.module.css";
import { PlayerMark } from "./player-mark";

const LABELS = ["First player", "Second player", "Third player", "Fourth player"];
/** A comparison is of two at least. */
const NEEDED = 2;

interface CompareFormProps {
  /** Whom the form begins with. */
  names: readonly string[];
  /** Where the form is what its page is for: the first field that is empty has the focus. */
  isMain?: boolean;
}

/** Chooses up to four players. It is a plain form: where it leads, names are read and put right. */
export function CompareForm({ names, isMain = false }: CompareFormProps) {
  return (
    <search>
      <form action="/compare" method="get">
        <div className={`${fields.fields} ${styles.fields}`}>
          {PLAYER_MARKS.map(({ form }, at) => (
            <label key={form}>
              <span className={styles.label}>
                <PlayerMark place={at} />
                {LABELS[at]}
                {at >= NEEDED && " (optional)"}
              </span>
              <input
                type="text"
                name="user"
                defaultValue={names[at]}
                placeholder="User name"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                enterKeyHint="go"
                maxLength={256}
                required={at < NEEDED}
                // biome-ignore lint/a11y/noAutofocus: only where typing a name is all a page is for
                autoFocus={isMain && at === names.length}
              />
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
