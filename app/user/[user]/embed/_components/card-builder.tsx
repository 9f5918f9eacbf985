"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import fields from "@/app/_components/fields.module.css";
import { snippets } from "@/lib/cards/snippets";
import styles from "./card-builder.module.css";
import { type CardChoice, FIELDS } from "./card-choice";
import { CopyText } from "./copy-text";
import { localesWith } from "./locales";

interface CardBuilderProps {
  user: string;
  /** The site's public address, without a slash at its end, if the owner has set it. */
  site?: string | undefined;
  /** What stands for it where there is no browser that would know. */
  ownUrl: string;
  initial: CardChoice;
  cards: {
    name: string;
    about: string;
    parts: string[];
    width: { default: number; min: number; max: number };
    /** Of the games, systems or milestones that it shows, where it can be chosen. */
    count?: { default: number; max: number } | undefined;
  }[];
  themes: string[];
  /** To choose the game of a game's card from. */
  games: { id: number; title: string }[];
}

const COLORS = [
  { name: "bg", label: "Ground" },
  { name: "ink", label: "Text" },
  { name: "soft", label: "Soft text" },
  { name: "line", label: "Border colour" },
] as const;

const neverChanges = () => () => undefined;

/** Builds a card: a plain form without JavaScript, with it each change shows at once. */
export function CardBuilder({
  user,
  site: setUrl,
  ownUrl,
  initial,
  cards,
  themes,
  games,
}: CardBuilderProps) {
  const [choice, setChoice] = useState(initial);
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
  const card = cards.find(({ name }) => name === choice.card) ?? cards[0];
  if (!card) return null;
  const file = card.name === "game" ? `game-${choice.id ?? games[0]?.id ?? 1}` : card.name;
  const search = searchOf(choice);
  const urlOf = (format: string, more = "") =>
    `/user/${user}/cards/${file}.${format}${more || search}`;
  const alt = `${user} on RetroAchievements`;
  const pageUrl = `${site}/user/${user}`;

  function change(form: HTMLFormElement) {
    const next = readForm(form, choice.card);
    if (addressOf(next) === addressOf(choice)) return;
    setChoice(next);
    history.replaceState(null, "", addressOf(next));
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
          ref={form}
          method="get"
          onChange={({ currentTarget }) => change(currentTarget)}
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
          {card.count && (
            <NumberField
              key={`${card.name} count`}
              name="count"
              label="How many"
              range={{ min: 1, ...card.count }}
              given={choice.count}
            />
          )}
          {card.width.min < card.width.max && (
            <NumberField
              key={`${card.name} width`}
              name="width"
              label="Width"
              range={card.width}
              given={choice.width}
            />
          )}
          <NumberField
            name="radius"
            label="Corner radius"
            range={{ min: 0, default: 12, max: 40 }}
            given={choice.radius}
          />
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
          {COLORS.map(({ name, label }) => (
            <label key={name}>
              <span>{label}</span>
              <input
                name={name}
                maxLength={7}
                pattern="#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"
                placeholder="The theme's"
                defaultValue={choice[name]}
              />
              <small>Three or six digits, as #2b2416</small>
            </label>
          ))}
          <label>
            <span>Numbers and dates</span>
            <select name="locale" defaultValue={choice.locale ?? "en"}>
              {localesWith(choice.locale).map(([tag, label]) => (
                <option key={tag} value={tag}>
                  {label}
                </option>
              ))}
            </select>
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

/** What the fields say. */
function readForm(form: HTMLFormElement, cardBefore: string): CardChoice {
  const next: CardChoice = { card: cardBefore };
  const fields = new FormData(form);
  for (const name of FIELDS) {
    const values = fields.getAll(name).map(String).filter(Boolean);
    if (values.length > 0) next[name] = values.join(",");
  }
  // Parts, sizes and games are a card's own.
  if (next.card !== cardBefore) {
    for (const name of ["id", "count", "width", "hide"] as const) delete next[name];
  }
  if (next.theme === "auto") delete next.theme;
  if (next.border === "1") delete next.border;
  if (next.locale === "en") delete next.locale;
  return next;
}

/** The address of the builder with a choice. */
function addressOf({ card, ...options }: CardChoice): string {
  return `?${new URLSearchParams({ card, ...options })}`;
}

/** The options of a card as its URL has them. */
function searchOf(
  { card: _, id: __, ...options }: CardChoice,
  more: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams({ ...options, ...more });
  return parameters.size === 0 ? "" : `?${parameters}`;
}

interface NumberFieldProps {
  name: string;
  label: string;
  range: { min: number; default: number; max: number };
  given: string | undefined;
}

function NumberField({ name, label, range, given }: NumberFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        type="number"
        min={range.min}
        max={range.max}
        placeholder={String(range.default)}
        defaultValue={given}
      />
      <small>
        From {range.min} to {range.max}
      </small>
    </label>
  );
}
