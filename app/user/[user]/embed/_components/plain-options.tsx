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

interface YearFieldProps {
  /** The id of the builder's form, which need not be around the field. */
  form: string;
  /** The years to choose from, the latest first. */
  years: number[];
  year: string | undefined;
}

/** The field for the year of a card. */
export function YearField({ form, years, year }: YearFieldProps) {
  return (
    <label>
      <span>Year</span>
      <select name="year" form={form} defaultValue={year}>
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
