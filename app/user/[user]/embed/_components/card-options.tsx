import { ColorField, NumberField } from "./builder-fields";
import type { BuilderCard } from "./card-addresses";
import styles from "./card-builder.module.css";
import { type BuilderState, COLORS, type Range } from "./card-choice";
import type { LocaleChoice } from "./locales";

interface CardOptionsProps extends BuilderState {
  card: BuilderCard;
  radius: Range;
  locales: readonly LocaleChoice[];
  /** Called when a field changes without an event of the form. */
  onChange: () => void;
}

/** The options of a card: its size, border, title, language, colours and hidden parts. */
export function CardOptions({ card, radius, locales, onChange, ...state }: CardOptionsProps) {
  const { typed } = state;
  const hidden = new Set(typed.hide?.split(","));
  return (
    <>
      <fieldset className={styles.group}>
        <legend>Options</legend>
        <div className={styles.options}>
          {card.count && (
            <NumberField
              key={`${card.name} count`}
              name="count"
              label="How many"
              range={card.count}
              {...state}
            />
          )}
          {card.width.min < card.width.max && (
            <NumberField
              key={`${card.name} width`}
              name="width"
              label="Width"
              range={card.width}
              {...state}
            />
          )}
          <NumberField name="radius" label="Corner radius" range={radius} {...state} />
          <label>
            <span>Border</span>
            <select name="border" defaultValue={typed.border ?? "1"}>
              <option value="1">on</option>
              <option value="0">off</option>
            </select>
          </label>
          <label>
            <span>Title</span>
            <input name="title" maxLength={60} placeholder="Default" defaultValue={typed.title} />
          </label>
          <div>
            <label>
              <span>Language</span>
              <select
                name="locale"
                defaultValue={typed.locale ?? "en"}
                aria-describedby="about-locale"
              >
                {locales.map(([tag, label]) => (
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
          {COLORS.map(({ name, label }) => (
            <ColorField key={name} name={name} label={label} onChange={onChange} {...state} />
          ))}
        </div>
      </fieldset>
      {card.parts.length > 0 && (
        <fieldset className={`${styles.group} ${styles.parts}`}>
          <legend>Hide</legend>
          {card.parts.map((part) => (
            <label key={`${card.name} ${part}`}>
              <input type="checkbox" name="hide" value={part} defaultChecked={hidden.has(part)} />
              <span className={styles.capital}>{part}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
