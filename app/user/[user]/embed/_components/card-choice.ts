import { isUser } from "@/lib/domain/user";
import { titleMatcher } from "@/lib/progress/search";
import type { GameChoice } from "./own-titles";

/** The fields of a choice: the card, its game, year or other player, and its options by their names in URLs. */
export const FIELDS = [
  "card",
  "id",
  "year",
  "other",
  "theme",
  "tz",
  "games",
  "show",
  "count",
  "width",
  "radius",
  "border",
  "title",
  "bg",
  "ink",
  "soft",
  "line",
  "locale",
  "hide",
] as const;

/** The id of the builder's form. */
export const FORM = "card-form";

type Field = (typeof FIELDS)[number];

/** A card with its options, as in the builder's URL. */
export type CardChoice = { card: string } & Partial<Record<Field, string>>;

/** A choice as typed: a game may be named by its title or a part of it. */
export type TypedChoice = CardChoice & { game?: string };

/** A whole number that can be chosen. */
export interface Range {
  min: number;
  default: number;
  max: number;
}

/** The options that hold a colour. */
export const COLORS = [
  { name: "bg", label: "Background" },
  { name: "ink", label: "Text" },
  { name: "soft", label: "Secondary text" },
  { name: "line", label: "Border colour" },
] as const;

/** What is valid for a card. */
export interface ChoiceRules {
  /** Ranges of whole numbers, of the options that this card has. */
  ranges: Partial<Record<"count" | "width" | "radius", Range>>;
  /** Regular expressions for each colour; one has to match, in upper or lower case. */
  colors: Record<(typeof COLORS)[number]["name"], string[]>;
  /** The games to choose from; null for a card that is not about one game. */
  games: GameChoice[] | null;
  /** The years to choose from; null for a card that is not about one year. */
  years: number[] | null;
  /** Whether the card shows days, which are those of a time zone. */
  takesZone?: boolean | undefined;
  /** Whether the card can show the rarest masteries in place of the latest. */
  takesRarest?: boolean | undefined;
  /** What else the card can show. */
  more?: readonly string[] | undefined;
  /** The player, who cannot be the second player too; null for a card of one player. */
  beside: string | null;
}

/** The valid part of a choice, and what is wrong with the rest, by the name of its field. */
export interface CheckedChoice {
  good: CardChoice;
  bad: Partial<Record<Field | "game", string>>;
}

/** The choice as typed, and checked. */
export interface BuilderState {
  typed: TypedChoice;
  checked: CheckedChoice;
}

/** Reads the builder's form. */
export function readChoice(fields: FormData, before: TypedChoice): TypedChoice {
  const next: TypedChoice = { card: before.card };
  for (const name of [...FIELDS, "game"] as const) {
    const values = fields.getAll(name).map(String).filter(Boolean);
    if (values.length > 0) next[name] = values.join(",");
  }
  // Another card has other parts, sizes and games.
  if (next.card !== before.card) {
    for (const name of ["game", "count", "width", "hide", "games", "show"] as const)
      delete next[name];
  }
  if (next.theme === "auto") delete next.theme;
  if (next.border === "1") delete next.border;
  if (next.locale === "en") delete next.locale;
  if (next.games === "latest") delete next.games;
  if (next.tz) next.tz = next.tz.trim();
  if (!next.tz || /^utc$/i.test(next.tz)) delete next.tz;
  return next;
}

/** Separates the valid part of a choice from what a card would ignore. */
export function checkChoice({ game, ...typed }: TypedChoice, rules: ChoiceRules): CheckedChoice {
  const good: CardChoice = { ...typed };
  const bad: CheckedChoice["bad"] = {};
  const refuse = (name: Field, why: string, field: keyof typeof bad = name) => {
    delete good[name];
    bad[field] = why;
  };
  for (const name of ["count", "width", "radius"] as const) {
    const range = rules.ranges[name];
    const given = typed[name];
    if (given === undefined) continue;
    if (!range) delete good[name];
    else if (!/^\d+$/.test(given) || Number(given) < range.min || Number(given) > range.max)
      refuse(name, `A whole number from ${range.min} to ${range.max}`);
  }
  for (const { name } of COLORS) {
    const given = typed[name]?.toLowerCase();
    if (given === undefined) continue;
    good[name] = given;
    if (isColor(given, rules.colors[name])) continue;
    const more = isColor("transparent", rules.colors[name]) ? ", or transparent" : "";
    refuse(name, `A colour such as #2b2416${more}`);
  }
  if (!rules.takesRarest || typed.games !== "rarest") delete good.games;
  const more = typed.show?.split(",").filter((part) => rules.more?.includes(part)) ?? [];
  if (more.length > 0) good.show = more.join(",");
  else delete good.show;
  if (!rules.takesZone) delete good.tz;
  else if (typed.tz !== undefined && !isZone(typed.tz))
    refuse("tz", "A time zone such as Europe/Berlin");
  if (!rules.years?.some((year) => String(year) === typed.year)) delete good.year;
  if (rules.beside === null) delete good.other;
  else if (typed.other !== undefined) {
    good.other = typed.other.trim();
    const why = rivalError(good.other, rules.beside);
    if (why !== undefined) refuse("other", why);
  }
  if (rules.games === null) {
    delete good.id;
  } else if (game !== undefined) {
    const found = findGame(rules.games, game);
    if (found) good.id = String(found.id);
    else refuse("id", "No game with that title", "game");
  } else if (typed.id !== undefined && !rules.games.some(({ id }) => String(id) === typed.id))
    refuse("id", "No such game", "game");
  return { good, bad };
}

/** Why a text cannot name the second player; undefined if it can. */
function rivalError(text: string, user: string): string | undefined {
  if (!isUser(text)) return "2 to 20 letters and digits";
  return text.toLowerCase() === user.toLowerCase() ? "Pick someone else" : undefined;
}

/** Whether a text names a time zone: an offset such as +01:00, which `Intl` accepts too, has no daylight saving time. */
function isZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

function isColor(text: string, patterns: string[]): boolean {
  return patterns.some((pattern) => new RegExp(pattern, "i").test(text));
}

/** The game with that title, else the first that a search for the text finds. */
function findGame(games: GameChoice[], text: string): GameChoice | undefined {
  const wanted = text.trim().toLowerCase();
  const isFound = titleMatcher(text) ?? (() => false);
  return games.find(({ title }) => title.toLowerCase() === wanted) ?? games.find(isFound);
}
