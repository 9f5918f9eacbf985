import type { ReactNode } from "react";
import { ColorField, NumberField } from "./builder-fields";
import type { BuilderCard } from "./card-addresses";
import styles from "./card-builder.module.css";
import { type BuilderState, COLORS, type Range } from "./card-choice";
import { ZoneField } from "./zone-field";

interface CardOptionsProps extends BuilderState {
  card: BuilderCard;
  radius: Range;
  /** Called when a field changes without an event of the form. */
  onChange: () => void;
  /** The options that are the same for every card. */
  children: ReactNode;
}

/** The options of a card: its size, border, title, language, colours and hidden parts. */
export function CardOptions({ card, radius, onChange, children, ...state }: CardOptionsProps) {
  const hidden = new Set(state.typed.hide?.split(","));
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
          {card.takesZone && <ZoneField {...state} />}
          <NumberField name="radius" label="Corner radius" range={radius} {...state} />
          {children}
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
              <span>{part}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
