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
          {card.takesRarest && (
            <label key={`${card.name} games`}>
              <span>Games</span>
              <select name="games" defaultValue={state.typed.games}>
                <option value="latest">Latest masteries</option>
                <option value="rarest">Rarest masteries</option>
              </select>
            </label>
          )}
          <NumberField name="radius" label="Corner radius" range={radius} {...state} />
          {children}
          {COLORS.map(({ name, label }) => (
            <ColorField key={name} name={name} label={label} onChange={onChange} {...state} />
          ))}
        </div>
      </fieldset>
      <PartsField legend="Show" name="show" card={card} parts={card.more} typed={state.typed} />
      <PartsField legend="Hide" name="hide" card={card} parts={card.parts} typed={state.typed} />
    </>
  );
}

interface PartsFieldProps extends Pick<BuilderState, "typed"> {
  legend: string;
  name: "show" | "hide";
  card: BuilderCard;
  parts?: readonly string[] | undefined;
}

/** A box for each part of a card that can be shown or hidden; nothing without parts. */
function PartsField({ legend, name, card, parts = [], typed }: PartsFieldProps) {
  const chosen = new Set(typed[name]?.split(","));
  if (parts.length === 0) return null;
  return (
    <fieldset className={`${styles.group} ${styles.parts}`}>
      <legend>{legend}</legend>
      {parts.map((part) => (
        <label key={`${card.name} ${part}`}>
          <input type="checkbox" name={name} value={part} defaultChecked={chosen.has(part)} />
          <span>{part}</span>
        </label>
      ))}
    </fieldset>
  );
}
