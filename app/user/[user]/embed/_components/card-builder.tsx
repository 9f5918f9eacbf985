"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import fields from "@/app/_components/fields.module.css";
import { snippets } from "@/lib/cards/snippets";
import styles from "./card-builder.module.css";
import {
  type CardChoice,
  type ChoiceRules,
  COLORS,
  checkChoice,
  FIELDS,
  type Range,
  type TypedChoice,
} from "./card-choice";
import { localesWith } from "./locales";
import { SnippetTabs } from "./snippet-tabs";

interface BuilderCard {
  name: string;
  /** What stands in its URL, and what stands behind that, by the name of its field. */
  file: string;
  argument?: string | undefined;
  about: string;
  parts: string[];
  width: Range;
  /** Of the games, systems or milestones that it shows, where it can be chosen. */
  count?: Range | undefined;
}

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

/** So long after the last key or move a card is drawn: what lies between is of no use to anybody. */
const SETTLED_MS = 150;

const neverChanges = () => () => undefined;

/** Hosts that mean the reader's own computer. */
const OWN_COMPUTER = /^https?:\/\/(localhost|[^/]*\.localhost|127\.[\d.]+|\[::1\])(:\d+)?$/;

/** Builds a card: a plain form without JavaScript, with it each change shows at once. */
export function CardBuilder({
  user,
  site: setUrl,
  ownUrl,
  initial,
  cards,
  radius,
  colors,
  themes,
  games,
  years,
}: CardBuilderProps) {
  const [typed, setTyped] = useState(initial);
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
  const firstOf: Partial<Record<string, string>> = {
    id: String(games[0]?.id ?? 1),
    year: String(years[0]),
  };
  /** Null while nobody knows what the card is of. */
  const fileOf = (
    { file, argument }: BuilderCard,
    choice: Partial<Record<string, string>> = {},
  ) => {
    if (argument === undefined) return file;
    const value = choice[argument] ?? firstOf[argument];
    return value === undefined ? null : `${file}-${value}`;
  };
  const folder = `/user/${user}/cards`;
  /** A card as SVG; a made-up player's while nobody knows what it is of. */
  const pictureOf = (of: BuilderCard, file: string | null, options = "", theme = "auto") =>
    file === null
      ? `/demo-media/cards/${of.name}.svg${theme === "auto" ? "" : `?theme=${theme}`}`
      : `${folder}/${file}.svg${options}`;

  const card = cardOf(typed.card);
  const checked = card && checkChoice({ ...typed, card: card.name }, rulesOf(card));
  const settled = useSettled(JSON.stringify(checked?.good));
  if (!card || !checked) return null;
  const { good, bad } = checked;
  const file = fileOf(card, good);
  const shown: CardChoice = JSON.parse(settled);
  const shownCard = cardOf(shown.card) ?? card;
  const shownFile = fileOf(shownCard, shown);
  const alt = `${user} on RetroAchievements`;

  function change(form: HTMLFormElement) {
    const next = readForm(form, typed);
    const now = cardOf(next.card);
    if (!now) return;
    setTyped(next);
    history.replaceState(null, "", addressOf(checkChoice(next, rulesOf(now)).good));
  }

  const hidden = new Set(typed.hide?.split(","));
  const gameTitle = typed.game ?? games.find(({ id }) => String(id) === typed.id)?.title;
  const chosenGame = games.find(({ id }) => String(id) === good.id)?.title;
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
                  src={pictureOf(each, fileOf(each))}
                />
              ))}
            </div>
          </fieldset>
          {card.argument === "year" && (
            <label>
              <span>Year</span>
              <select name="year" defaultValue={good.year ?? firstOf.year}>
                {years.map((year) => (
                  <option key={year}>{year}</option>
                ))}
              </select>
            </label>
          )}
          {card.argument === "other" && (
            <label>
              <span>Other player</span>
              <input
                name="other"
                maxLength={26}
                placeholder="A RetroAchievements name"
                defaultValue={typed.other}
                spellCheck={false}
                autoCapitalize="off"
                aria-invalid={bad.other !== undefined}
                aria-describedby="bad-other"
              />
              <Bad name="other" text={bad.other} />
            </label>
          )}
          {card.argument === "id" && (
            <label>
              <span>Game</span>
              <input
                name="game"
                list="games"
                placeholder={games[0]?.title ?? "No games yet"}
                defaultValue={gameTitle}
                aria-invalid={bad.game !== undefined}
                aria-describedby="bad-game"
              />
              <datalist id="games">
                {games.map(({ id, title }) => (
                  <option key={id} value={title} />
                ))}
              </datalist>
              {typed.game && chosenGame && chosenGame !== typed.game ? (
                <span className={styles.hint}>Shows {chosenGame}</span>
              ) : null}
              <Bad name="game" text={bad.game} />
            </label>
          )}
          <fieldset className={styles.group}>
            <legend>Theme</legend>
            <div className={styles.swatches}>
              {themes.map((theme) => (
                <Picture
                  key={theme}
                  name="theme"
                  value={theme}
                  label={theme === "auto" ? "auto: follows its reader" : theme}
                  isChosen={theme === (typed.theme ?? "auto")}
                  src={pictureOf(card, file, `?theme=${theme}`, theme)}
                />
              ))}
            </div>
          </fieldset>
          <div className={styles.options}>
            {card.count && (
              <NumberField
                key={`${card.name} count`}
                name="count"
                label="How many"
                range={card.count}
                given={typed.count}
                bad={bad.count}
              />
            )}
            {card.width.min < card.width.max && (
              <NumberField
                key={`${card.name} width`}
                name="width"
                label="Width"
                range={card.width}
                given={typed.width}
                bad={bad.width}
              />
            )}
            <NumberField
              name="radius"
              label="Corner radius"
              range={radius}
              given={typed.radius}
              bad={bad.radius}
            />
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
              <ColorField
                key={name}
                name={name}
                label={label}
                given={typed[name]}
                good={good[name]}
                bad={bad[name]}
                change={() => form.current && change(form.current)}
              />
            ))}
          </div>
          {card.parts.length > 0 && (
            <fieldset className={`${styles.group} ${styles.parts}`}>
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
                src={pictureOf(
                  shownCard,
                  shownFile,
                  searchOf(shown.theme ? shown : { ...shown, theme: scheme }),
                  shown.theme ?? scheme,
                )}
                alt={`${shownFile === null ? "An example" : alt}, on ${scheme}`}
              />
            </div>
          ))}
          {file === null ? (
            <p className={styles.missing} role="status">
              An example: name the other player to get this card.
            </p>
          ) : (
            <div className={styles.take}>
              {OWN_COMPUTER.test(site) && (
                <p className={styles.missing}>
                  Only your own computer can load these addresses: they lead to {site}. Once the
                  site has a public address, set SITE_URL.
                </p>
              )}
              <SnippetTabs
                snippets={snippets({
                  cardUrl: `${site}${folder}/${file}.svg${searchOf(good)}`,
                  pageUrl: `${site}/user/${user}`,
                  linkUrl: site + pageOf(card, user, good, firstOf),
                  alt,
                })}
              />
              <p className={styles.downloads}>
                <a href={`${folder}/${file}.svg${searchOf(good)}`} download>
                  Download SVG
                </a>
                <a href={`${folder}/${file}.png${searchOf(good, { scale: "2" })}`} download>
                  Download PNG
                </a>
              </p>
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** A text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What the fields say. */
function readForm(form: HTMLFormElement, before: TypedChoice): TypedChoice {
  const next: TypedChoice = { card: before.card };
  const fields = new FormData(form);
  for (const name of [...FIELDS, "game"] as const) {
    const values = fields.getAll(name).map(String).filter(Boolean);
    if (values.length > 0) next[name] = values.join(",");
  }
  // Parts, sizes and games are a card's own.
  if (next.card !== before.card) {
    for (const name of ["game", "count", "width", "hide"] as const) delete next[name];
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

/** Where a card leads to: the page that shows more of the same. */
function pageOf(
  { argument }: BuilderCard,
  user: string,
  { year, other }: CardChoice,
  firstOf: Partial<Record<string, string>>,
): string {
  if (argument === "year") return `/user/${user}/year/${year ?? firstOf.year}`;
  return argument === "other" ? `/compare/${user}/${other}` : `/user/${user}`;
}

/** The options of a card as its URL has them. */
function searchOf(
  { card: _, id: __, year: ___, other: ____, ...options }: CardChoice,
  more: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams({ ...options, ...more });
  return parameters.size === 0 ? "" : `?${parameters}`;
}

interface PictureProps {
  name: string;
  value: string;
  label: string;
  isChosen: boolean;
  src: string;
}

/** One of several to choose from, by what it looks like. */
function Picture({ name, value, label, isChosen, src }: PictureProps) {
  return (
    <label className={styles.picture}>
      <input type="radio" name={name} value={value} defaultChecked={isChosen} />
      <span className={styles.frame}>
        {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
        <img src={src} alt="" loading="lazy" />
      </span>
      <span>{label}</span>
    </label>
  );
}

/** Says what is wrong with a field, as soon as it is. */
function Bad({ name, text }: { name: string; text: string | undefined }) {
  return (
    <span id={`bad-${name}`} className={styles.bad} role="status">
      {text}
    </span>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  range: Range;
  given: string | undefined;
  bad: string | undefined;
}

function NumberField({ name, label, range, given, bad }: NumberFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        inputMode="numeric"
        placeholder={String(range.default)}
        defaultValue={given}
        aria-invalid={bad !== undefined}
        aria-describedby={`bad-${name}`}
      />
      <Bad name={name} text={bad} />
    </label>
  );
}

interface ColorFieldProps {
  name: (typeof COLORS)[number]["name"];
  label: string;
  given: string | undefined;
  good: string | undefined;
  bad: string | undefined;
  change: () => void;
}

/** A colour as text, which a form without JavaScript sends, with a picker beside it. */
function ColorField({ name, label, given, good, bad, change }: ColorFieldProps) {
  const text = useRef<HTMLInputElement>(null);
  function put(value: string) {
    if (text.current) text.current.value = value;
    change();
  }
  return (
    <div className={styles.color}>
      <label htmlFor={`color-${name}`}>{label}</label>
      <div className={styles.row}>
        <input
          id={`color-${name}`}
          ref={text}
          name={name}
          maxLength={20}
          placeholder="The theme's"
          defaultValue={given}
          spellCheck={false}
          aria-invalid={bad !== undefined}
          aria-describedby={`bad-${name}`}
        />
        <input
          type="color"
          className={styles.picker}
          aria-label={`${label}: pick a colour`}
          value={sixDigits(good)}
          onChange={({ target }) => put(target.value)}
        />
        <button
          type="button"
          className={styles.clear}
          aria-label={`${label}: the theme's`}
          disabled={good === undefined && bad === undefined}
          onClick={() => put("")}
        >
          ×
        </button>
      </div>
      <Bad name={name} text={bad} />
    </div>
  );
}

/** A colour as a picker knows it; grey for none. */
function sixDigits(color: string | undefined): string {
  const digits = /^#?([0-9a-f]{3,8})$/i.exec(color ?? "")?.[1] ?? "888888";
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return `#${long.slice(0, 6).toLowerCase()}`;
}
