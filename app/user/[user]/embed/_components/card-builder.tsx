"use client";

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import fields from "@/app/_components/fields.module.css";
import { useStoredChoice } from "@/app/_components/stored-choice";
import {
  type Arguments,
  type BuilderCard,
  codeFor,
  codeOf,
  fileOf,
  pictureOf,
  type Size,
} from "./card-addresses";
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
import { CardTile, ThemeSwatch } from "./card-tiles";
import { useCopier } from "./copy-code";
import { PLACE_KEY } from "./snippet-tabs";

interface CardBuilderProps {
  user: string;
  /** The site's public address, without a slash at its end, if the owner has set it. */
  site?: string | undefined;
  /** The address to show on the server, which does not know the browser's. */
  ownUrl: string;
  initial: TypedChoice;
  initialSize: Size | undefined;
  cards: BuilderCard[];
  radius: Range;
  colors: ChoiceRules["colors"];
  themes: string[];
  /** The games to choose from, for the card of a game. */
  games: { id: number; title: string }[];
  /** The years to choose from, for the card of a year. */
  years: number[];
  /** The arguments of cards until others are chosen. */
  defaults: Arguments;
  /** A second player to show while none is chosen: of a demo site only. */
  example?: string | undefined;
  /** The pictures and names of cards, by card. */
  faces: Record<string, ReactNode>;
  /** What stands for a card whose second player is not picked. */
  rivals: ReactNode;
  /** The options that are the same for every card. */
  children: ReactNode;
}

/** The id of the form. */
const FORM = "card-form";

const neverChanges = () => () => undefined;

/** Builds a card: a plain form without JavaScript; with it, each change shows at once. */
export function CardBuilder(props: CardBuilderProps) {
  const { user, site: setUrl, ownUrl, cards, radius, colors, games, years, defaults } = props;
  const [typed, setTyped] = useState(props.initial);
  const [place] = useStoredChoice(PLACE_KEY);
  const copier = useCopier();
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

  function change(form: HTMLFormElement) {
    const next = readChoice(new FormData(form), typed);
    const now = cardOf(next.card);
    if (!now) return;
    setTyped(next);
    history.replaceState(null, "", addressOf(checkChoice(next, rulesOf(now)).good));
  }

  const reread = () => form.current && change(form.current);
  const card = cardOf(typed.card);
  if (!card) return null;
  const checked = checkChoice({ ...typed, card: card.name }, rulesOf(card));
  const state = { typed, checked };
  const choice: CardChoice = { ...defaults, ...checked.good };
  const code = codeOf(site, user, card, choice);
  const { other, count: _, width: __, hide: ___, ...common } = choice;
  const placeName = codeFor(place, codeOf(site, user, cards[0] ?? card, common) ?? [])?.name;
  const example = other ?? props.example;
  // A card without a second player has no themes yet.
  const themed = fileOf(card, { ...choice, other: example }) === null ? cards[0] : card;
  const themedFile = themed && fileOf(themed, { ...choice, other: example });
  return (
    <div className={styles.columns}>
      <form
        className={`${fields.fields} ${styles.form}`}
        id={FORM}
        ref={form}
        method="get"
        onChange={({ currentTarget }) => change(currentTarget)}
        autoComplete="off"
      >
        <fieldset className={styles.group}>
          <legend>Card</legend>
          <p className={styles.lead}>
            Choose a card to change it, or copy its code for {placeName} at once.
          </p>
          <div className={styles.gallery}>
            {cards.map((each) => {
              const isChosen = each.name === card.name;
              const own = isChosen
                ? code
                : codeOf(site, user, each, { ...common, card: each.name });
              return (
                <CardTile
                  key={each.name}
                  card={each}
                  isChosen={isChosen}
                  code={own ? codeFor(place, own) : undefined}
                  copier={copier}
                >
                  {props.faces[each.name]}
                </CardTile>
              );
            })}
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>Theme</legend>
          <div className={`${styles.swatches} ${themed?.isFlat ? styles.flat : ""}`}>
            {themed &&
              themedFile &&
              props.themes.map((theme) => (
                <ThemeSwatch
                  key={theme}
                  theme={theme}
                  isChosen={theme === (typed.theme ?? "auto")}
                  srcOf={(theme) => pictureOf(user, themedFile, `?theme=${theme}`)}
                  card={themed}
                />
              ))}
          </div>
        </fieldset>
        <CardOptions card={card} {...state} radius={radius} onChange={reread}>
          {props.children}
        </CardOptions>
        <button type="submit">Show</button>
      </form>
      <CardResult
        user={user}
        site={site}
        cardOf={cardOf}
        choice={choice}
        initialSize={props.initialSize}
        example={props.example}
        code={code}
        copier={copier}
        rivals={props.rivals}
        onChange={reread}
      >
        {card.argument && (
          <CardArgument
            key={card.argument}
            argument={card.argument}
            form={FORM}
            {...state}
            games={games}
            years={years}
          />
        )}
      </CardResult>
      <p className="visually-hidden" role="status">
        {copier.what && `Copied ${copier.what}`}
      </p>
    </div>
  );
}

/** The address of the builder with a choice. */
function addressOf({ card, ...options }: CardChoice): string {
  return `?${new URLSearchParams({ card, ...options })}`;
}
