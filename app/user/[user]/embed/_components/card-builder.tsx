"use client";

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import fields from "@/app/_components/fields.module.css";
import { useStoredChoice } from "@/app/_components/stored-choice";
import type { Place } from "@/lib/cards/places";
import {
  type Arguments,
  type BuilderCard,
  codeOf,
  codeWithoutServer,
  fileOf,
  pictureOf,
  type ShownSize,
} from "./card-addresses";
import { CardArgument } from "./card-argument";
import styles from "./card-builder.module.css";
import {
  type CardChoice,
  type ChoiceRules,
  checkChoice,
  FORM,
  type Range,
  readChoice,
  type TypedChoice,
} from "./card-choice";
import { CardOptions } from "./card-options";
import { CardResult } from "./card-result";
import { CardTile, ThemeSwatch } from "./card-tiles";
import { useCopier } from "./copy-code";
import type { NamedGame } from "./own-titles";
import { PLACE_KEY } from "./snippet-tabs";
import { useGames } from "./use-games";
import { YearField } from "./year-field";

interface CardBuilderProps {
  user: string;
  /** The site's public address, without a slash at its end, if the owner has set it. */
  site?: string | undefined;
  /** The address to show on the server, which does not know the browser's. */
  ownUrl: string;
  initial: TypedChoice;
  initialSize: ShownSize;
  cards: BuilderCard[];
  radius: Range;
  colors: ChoiceRules["colors"];
  /** The labels of themes by their names. */
  themes: Record<string, string>;
  /** The first games to choose from, for the card of a game: others are found by their titles. */
  games: NamedGame[];
  /** The years to choose from, for the card of a year. */
  years: number[];
  /** The arguments of cards until others are chosen. */
  defaults: Arguments;
  /** A second player to show while none is chosen: of a demo site only. */
  example?: string | undefined;
  /** What to do with the code of a card, for each place. */
  hints: Record<Place, string>;
  /** The pictures and names of cards, by card. */
  faces: Record<string, ReactNode>;
  /** Says that only the reader's own computer can load a card. */
  localNote: ReactNode;
  /** What stands for a card whose second player is not picked. */
  rivals: ReactNode;
  /** The options that are the same for every card. */
  children: ReactNode;
}

/** Hosts that mean the reader's own computer. */
const OWN_COMPUTER = /^https?:\/\/(localhost|[^/]*\.localhost|127\.[\d.]+|\[::1\])(:\d+)?$/;

const neverChanges = () => () => undefined;

/** Builds a card: a plain form without JavaScript; with it, each change shows at once. */
export function CardBuilder(props: CardBuilderProps) {
  const { user, site: setUrl, ownUrl, cards, radius, colors, years } = props;
  const { defaults, hints } = props;
  const [typed, setTyped] = useState(props.initial);
  const games = useGames(user, props.games, typed.game ?? "");
  const [wanted, choosePlace] = useStoredChoice(PLACE_KEY);
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
    first.current();
  }, []);

  const cardOf = (name: string) => cards.find((card) => card.name === name) ?? cards[0];
  const rulesOf = (card: BuilderCard): ChoiceRules => ({
    ranges: { width: card.width, radius, ...(card.count && { count: card.count }) },
    colors,
    games: card.argument === "id" ? games : null,
    years: card.argument === "year" ? years : null,
    takesZone: card.takesZone,
    takesRarest: card.takesRarest,
    more: card.more,
    beside: card.argument === "other" ? user : null,
  });

  function change() {
    if (!form.current) return;
    setTyped(readChoice(new FormData(form.current), typed));
  }

  const card = cardOf(typed.card);
  const checked = card && checkChoice({ ...typed, card: card.name }, rulesOf(card));
  const ownAddress = checked && addressOf(checked.good);
  useEffect(() => {
    if (ownAddress) history.replaceState(null, "", ownAddress);
  }, [ownAddress]);
  if (!card || !checked) return null;
  const state = { typed, checked };
  const choice: CardChoice = { ...defaults, ...checked.good };
  const code = codeOf(site, user, card, choice);
  const { other, count: _, width: __, hide: ___, games: ____, show: _____, tz, ...common } = choice;
  const place = (Object.hasOwn(hints, wanted) ? wanted : "GitHub") as Place;
  const example = other ?? props.example;
  const file = fileOf(card, { ...choice, other: example });
  // Themes need a picture, and a card without its second player has none.
  const themed = file === null ? (cards[0] ?? card) : card;
  const picture = pictureOf(user, file ?? themed.file);
  return (
    <div className={styles.columns}>
      <form
        className={`${fields.fields} ${styles.form}`}
        id={FORM}
        ref={form}
        method="get"
        onChange={change}
        autoComplete="off"
      >
        <fieldset className={styles.group}>
          <legend>Card</legend>
          <p>Choose a card to change it, or copy its code for {place} at once.</p>
          <div className={styles.gallery}>
            {cards.map((each) => {
              const isChosen = each.name === card.name;
              const zone = each.takesZone && tz !== undefined && { tz };
              const own = isChosen
                ? code
                : codeOf(site, user, each, { ...common, ...zone, card: each.name });
              return (
                <CardTile
                  key={each.name}
                  card={each}
                  isChosen={isChosen}
                  place={place}
                  code={own?.[place]}
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
          <div className={`${styles.swatches} ${themed.isFlat ? styles.flat : ""}`}>
            {Object.entries(props.themes).map(([theme, label]) => (
              <ThemeSwatch
                key={theme}
                theme={theme}
                label={label}
                isChosen={theme === (typed.theme ?? "auto")}
                srcOf={(theme) => `${picture}?theme=${theme}`}
                card={themed}
              />
            ))}
          </div>
        </fieldset>
        <CardOptions card={card} {...state} radius={radius} onChange={change}>
          {props.children}
        </CardOptions>
        <button type="submit">Show</button>
      </form>
      <CardResult
        user={user}
        cardOf={cardOf}
        choice={choice}
        initialSize={props.initialSize}
        example={props.example}
        code={code}
        readme={codeWithoutServer(user, card, choice)?.readme}
        place={place}
        hints={hints}
        choosePlace={choosePlace}
        copier={copier}
        localNote={OWN_COMPUTER.test(site) && props.localNote}
        rivals={props.rivals}
        onChange={change}
      >
        {card.argument === "year" ? (
          <YearField form={FORM} years={years} year={choice.year} />
        ) : (
          card.argument && (
            <CardArgument
              key={card.argument}
              argument={card.argument}
              form={FORM}
              {...state}
              games={games}
            />
          )
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
