import { ColorField, NumberField } from "./builder-fields";
import type { BuilderCard } from "./card-addresses";
import styles from "./card-builder.module.css";
import { type BuilderState, COLORS, type Range } from "./card-choice";
import { localesWith } from "./locales";

interface CardOptionsProps extends BuilderState {
  card: BuilderCard;
  radius: Range;
  /** For what changes a field without an event of the form. */
  onChange: () => void;
}

/** The options of a card: its size, border, title, language, colours, and which parts it leaves out. */
export function CardOptions({ card, radius, onChange, ...state }: CardOptionsProps) {
  const { typed } = state;
  const hidden = new Set(typed.hide?.split(","));
  return (
    <>
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
            <option value="1">with</option>
            <option value="0">without</option>
          </select>
        </label>
        <label>
          <span>Title</span>
          <input
            name="title"
            maxLength={60}
            placeholder="The card's own"
            defaultValue={typed.title}
          />
        </label>
        <div>
          <label>
            <span>Language</span>
            <select
              name="locale"
              defaultValue={typed.locale ?? "en"}
              aria-describedby="about-locale"
            >
              {localesWith(typed.locale).map(([tag, label]) => (
                <option key={tag} value={tag}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <p id="about-locale" className={styles.hint}>
            None is automatic: one picture goes to all readers, whatever they speak.
          </p>
        </div>
        {COLORS.map(({ name, label }) => (
          <ColorField key={name} name={name} label={label} onChange={onChange} {...state} />
        ))}
      </div>
      {card.parts.length > 0 && (
        <fieldset className={`${styles.group} ${styles.parts}`}>
          <legend>Leave out</legend>
          {card.parts.map((part) => (
            <label key={`${card.name} ${part}`}>
              <input type="checkbox" name="hide" value={part} defaultChecked={hidden.has(part)} />
              {part}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
