import styles from "./card-builder.module.css";
import type { TypedChoice } from "./card-choice";
import { localesWith } from "./locales";

/** The options that are the same for every card. */
export function PlainOptions({ border = "1", title, locale = "en" }: TypedChoice) {
  return (
    <>
      <label>
        <span>Border</span>
        <select name="border" defaultValue={border}>
          <option value="1">on</option>
          <option value="0">off</option>
        </select>
      </label>
      <label>
        <span>Title</span>
        <input name="title" maxLength={60} placeholder="Default" defaultValue={title} />
      </label>
      <div>
        <label>
          <span>Language</span>
          <select name="locale" defaultValue={locale} aria-describedby="about-locale">
            {localesWith(locale).map(([tag, label]) => (
              <option key={tag} value={tag}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <p id="about-locale" className={styles.hint}>
          Everyone sees the card in this language.
        </p>
      </div>
    </>
  );
}
