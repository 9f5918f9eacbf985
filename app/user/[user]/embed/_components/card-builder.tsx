"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import fields from "@/app/_components/fields.module.css";
import { Picture } from "./builder-fields";
import { type Arguments, type BuilderCard, fileOf, pictureOf } from "./card-addresses";
import { CardArgument } from "./card-argument";
import styles from "./card-builder.module.css";
import {
  type CardChoice,
  type ChoiceRules,
  checkChoice,
  type Range,
  readChoice,
  type TypedChoice,
} from "./card-choice";
import { CardOptions } from "./card-options";
import { CardResult } from "./card-result";

interface CardBuilderProps {
  user: string;
  /** The site's public address, without a slash at its end, if the owner has set it. */
  site?: string | undefined;
  /** What stands for it where there is no browser that would know. */
  ownUrl: string;
  initial: TypedChoice;
  cards: BuilderCard[];
  radius: Range;
  colors: ChoiceRules["colors"];
  themes: string[];
  /** To choose the game of a game's card from. */
  games: { id: number; title: string }[];
  /** To choose the year of a year's card from; the first is chosen at first. */
  years: number[];
}

const neverChanges = () => () => undefined;

/** Builds a card: a plain form without JavaScript, with it each change shows at once. */
export function CardBuilder(props: CardBuilderProps) {
  const { user, site: setUrl, ownUrl, cards, radius, colors, games, years } = props;
  const [typed, setTyped] = useState(props.initial);
  const site = useSyncExternalStore(
    neverChanges,
    () => setUrl ?? location.origin,
    () => setUrl ?? ownUrl,
  );
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(change);
  // What was chosen before hydration counts too.
  useEffect(() => {
    if (form.current) first.current(form.current);
  }, []);

  const cardOf = (name: string) => cards.find((card) => card.name === name) ?? cards[0];
  const rulesOf = (card: BuilderCard): ChoiceRules => ({
    ranges: { width: card.width, radius, ...(card.count && { count: card.count }) },
    colors,
    games: card.argument === "id" ? games : null,
    years: card.argument === "year" ? years : null,
    beside: card.argument === "other" ? user : null,
  });
  const defaults: Arguments = { id: String(games[0]?.id ?? 1), year: String(years[0]) };

  function change(form: HTMLFormElement) {
    const next = readChoice(new FormData(form), typed);
    const now = cardOf(next.card);
    if (!now) return;
    setTyped(next);
    history.replaceState(null, "", addressOf(checkChoice(next, rulesOf(now)).good));
  }

  const card = cardOf(typed.card);
  if (!card) return null;
  const checked = checkChoice({ ...typed, card: card.name }, rulesOf(card));
  const state = { typed, checked };
  const file = fileOf(card, { ...defaults, ...checked.good });
  return (
    <>
      <p className={styles.back}>
        <a href={`/user/${user}`}>Back to {user}</a>
      </p>
      <h1 className={styles.title}>Cards of {user}</h1>
      <div className={styles.columns}>
        <form
          className={`${fields.fields} ${styles.form}`}
          ref={form}
          method="get"
          onChange={({ currentTarget }) => change(currentTarget)}
          autoComplete="off"
        >
          <fieldset className={styles.group}>
            <legend>Card</legend>
            <div className={styles.gallery}>
              {cards.map((each) => (
                <Picture
                  key={each.name}
                  name="card"
                  value={each.name}
                  label={each.about}
                  isChosen={each.name === card.name}
                  src={pictureOf(user, each, fileOf(each, defaults))}
                />
              ))}
            </div>
          </fieldset>
          <CardArgument argument={card.argument} {...state} games={games} years={years} />
          <fieldset className={styles.group}>
            <legend>Theme</legend>
            <div className={styles.swatches}>
              {props.themes.map((theme) => (
                <Picture
                  key={theme}
                  name="theme"
                  value={theme}
                  label={theme === "auto" ? "auto: follows its reader" : theme}
                  isChosen={theme === (typed.theme ?? "auto")}
                  src={pictureOf(user, card, file, `?theme=${theme}`, theme)}
                />
              ))}
            </div>
          </fieldset>
          <CardOptions
            card={card}
            {...state}
            radius={radius}
            onChange={() => form.current && change(form.current)}
          />
          <button type="submit">Show</button>
        </form>
        <CardResult
          user={user}
          site={site}
          cardOf={cardOf}
          choice={checked.good}
          defaults={defaults}
        />
      </div>
    </>
  );
}

/** The address of the builder with a choice. */
function addressOf({ card, ...options }: CardChoice): string {
  return `?${new URLSearchParams({ card, ...options })}`;
}
