"use client";

import { type FormEvent, useState } from "react";
import fields from "@/app/_components/fields.module.css";
import { snippets } from "@/lib/cards/snippets";
import styles from "./card-builder.module.css";
import { type CardChoice, FIELDS } from "./card-choice";
import { CopyText } from "./copy-text";

interface CardBuilderProps {
  user: string;
  /** The site's address, without a slash at its end. */
  site: string;
  initial: CardChoice;
  cards: {
    name: string;
    about: string;
    parts: string[];
    width: { usual: number; least: number; most: number };
    hasCount: boolean;
  }[];
  themes: string[];
  /** To choose the game of a game's card from. */
  games: { id: number; title: string }[];
}

/** Builds a card: a plain form without JavaScript, with it each change shows at once. */
export function CardBuilder({ user, site, initial, cards, themes, games }: CardBuilderProps) {
  const [choice, setChoice] = useState(initial);
  const card = cards.find(({ name }) => name === choice.card) ?? cards[0];
  if (!card) return null;
  const file = card.name === "game" ? `game-${choice.id ?? games[0]?.id ?? 1}` : card.name;
  const search = searchOf(choice);
  const urlOf = (format: string, more = "") =>
    `/user/${user}/cards/${file}.${format}${more || search}`;
  const alt = `${user} on RetroAchievements`;
  const pageUrl = `${site}/user/${user}`;

  function change(event: FormEvent<HTMLFormElement>) {
    const next: CardChoice = { card: card?.name ?? "" };
    const fields = new FormData(event.currentTarget);
    for (const name of FIELDS) {
      const values = fields.getAll(name).map(String).filter(Boolean);
      if (values.length > 0) next[name] = values.join(",");
    }
    // Parts, sizes and games are a card's own.
    if (next.card !== choice.card) {
      for (const name of ["id", "count", "width", "hide"] as const) delete next[name];
    }
    if (next.theme === "auto") delete next.theme;
    if (next.border === "1") delete next.border;
    setChoice(next);
    const { card: name, ...rest } = next;
    const url = new URLSearchParams({ card: name, ...rest });
    History.prototype.replaceState.call(history, history.state, "", `?${url}`);
  }

  const hidden = new Set(choice.hide?.split(","));
  return (
    <>
      <p className={styles.back}>
        <a href={`/user/${user}`}>Back to {user}</a>
      </p>
      <h1 className={styles.title}>Cards of {user}</h1>
      <div className={styles.columns}>
        <form
          className={`${fields.fields} ${styles.form}`}
          method="get"
          onChange={change}
          autoComplete="off"
        >
          <label>
            <span>Card</span>
            <select name="card" defaultValue={card.name}>
              {cards.map(({ name, about }) => (
                <option key={name} value={name}>
                  {about}
                </option>
              ))}
            </select>
          </label>
          {card.name === "game" && (
            <label>
              <span>Game</span>
              <select name="id" defaultValue={choice.id}>
                {games.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            <span>Theme</span>
            <select name="theme" defaultValue={choice.theme ?? "auto"}>
              {themes.map((theme) => (
                <option key={theme} value={theme}>
                  {theme === "auto" ? "auto: the reader's light or dark" : theme}
                </option>
              ))}
            </select>
          </label>
          {card.hasCount && (
            <label key={`${card.name} count`}>
              <span>How many</span>
              <input name="count" type="number" min={1} max={15} defaultValue={choice.count} />
            </label>
          )}
          {card.width.least < card.width.most && (
            <label key={`${card.name} width`}>
              <span>Width</span>
              <input
                name="width"
                type="number"
                min={card.width.least}
                max={card.width.most}
                placeholder={String(card.width.usual)}
                defaultValue={choice.width}
              />
            </label>
          )}
          <label>
            <span>Corner radius</span>
            <input
              name="radius"
              type="number"
              min={0}
              max={40}
              placeholder="12"
              defaultValue={choice.radius}
            />
          </label>
          <label>
            <span>Border</span>
            <select name="border" defaultValue={choice.border ?? "1"}>
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
              defaultValue={choice.title}
            />
          </label>
          <label>
            <span>Ground</span>
            <input name="bg" maxLength={7} placeholder="The theme's" defaultValue={choice.bg} />
          </label>
          <label>
            <span>Text</span>
            <input name="ink" maxLength={7} placeholder="#2b2416" defaultValue={choice.ink} />
          </label>
          <label>
            <span>Numbers and dates as in</span>
            <input name="locale" maxLength={35} placeholder="en" defaultValue={choice.locale} />
          </label>
          {card.parts.length > 0 && (
            <fieldset className={styles.parts}>
              <legend>Leave out</legend>
              {card.parts.map((part) => (
                <label key={`${card.name} ${part}`}>
                  <input
                    type="checkbox"
                    name="hide"
                    value={part}
                    defaultChecked={hidden.has(part)}
                  />
                  {part}
                </label>
              ))}
            </fieldset>
          )}
          <button type="submit">Show</button>
        </form>
        <div className={styles.result}>
          {["light", "dark"].map((scheme) => (
            <div key={scheme} className={styles[scheme]}>
              {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
              <img
                src={
                  choice.theme ? urlOf("svg") : urlOf("svg", searchOf({ ...choice, theme: scheme }))
                }
                alt={`${alt}, on ${scheme}`}
              />
            </div>
          ))}
          <p className={styles.downloads}>
            <a href={urlOf("svg")} download>
              Download SVG
            </a>
            <a href={urlOf("png", searchOf(choice, { scale: "2" }))} download>
              Download PNG
            </a>
          </p>
          {snippets({ cardUrl: site + urlOf("svg"), pageUrl, alt }).map(({ name, text }) => (
            <CopyText key={name} name={name} text={text} />
          ))}
        </div>
      </div>
    </>
  );
}

/** The options of a card as its URL has them. */
function searchOf(
  { card: _, id: __, ...options }: CardChoice,
  more: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams({ ...options, ...more });
  return parameters.size === 0 ? "" : `?${parameters}`;
}
