import type { Game, Player } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type DayRecord, recordOf } from "@/lib/history/day-record";
import { stateOf } from "@/lib/history/state";
import type { Card, CardData } from "./card";
import { readCardRequest } from "./card-request";
import { drawCard } from "./draw-card";
import { type Face, glyph, UNITS } from "./font";
import { LANGUAGES } from "./words";

/** Whom a card shows beside its player, unless a test says somebody else: he plays the game with the id 1 alone. */
export const BOB = aPlayer([aGame({ id: 1, highestAwardKind: "mastered" })], {
  ...{ name: "Bob", ulid: "01HDEM0B0B0000000000000000", avatarPath: "/UserPic/Bob.png" },
});

/** What is kept of the last days, unless a test says something else: of the games with the ids 1 to 3. */
export const EVENTFUL: NonNullable<CardData["history"]> = {
  isKept: true,
  days: [
    dayOfGames("2026-11-18", { numAwarded: 9, numAwardedHardcore: 8 }, { maxPossible: 12 }, null),
    dayOfGames("2026-11-20", { maxPossible: 0 }, {}, {}),
    dayOfGames(
      "2026-11-21",
      { numAwarded: 10, highestAwardKind: "mastered" },
      { numAwarded: 6 },
      {},
    ),
  ],
};

/** The record of a day that changed the first games of a library so, and the last one of them: null takes it away. */
function dayOfGames(
  day: string,
  first: Partial<Game>,
  second: Partial<Game>,
  last: Partial<Game> | null,
): DayRecord {
  const at = (Date.parse(day) + 43_200_000) / 1000;
  const base = [1, 2, 3].map((id) => aGame({ id, title: `Game ${id}` }));
  const latest = base.flatMap((game, place) => {
    const given = [first, second, last][place];
    return given ? [{ ...game, mostRecentAwardedAt: at, ...given }] : [];
  });
  const stateAt = (games: Game[], checkedAt: number, points: number) =>
    stateOf({ ...aPlayer(games, { points }), checkedAt });
  const facts = { day, startsAnew: false, titles: new Map([[3, "Game 3"]]) };
  return recordOf(
    stateAt(base, at * 1000 - 86_400_000, 1000),
    stateAt(latest, at * 1000, 1040),
    facts,
  );
}

/** What a card's file name would say, as its options: a game, a year, another player. Empty for most cards. */
export function argumentOf(card: Card, { id = 1, year = 2025, other = "Bob" } = {}): string {
  const all: Record<string, string | number> = { id, year, other };
  const { argument } = card;
  return argument ? `${argument.option}=${all[argument.option]}&` : "";
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
}

/** A line of text; `x` is its left edge, and it stands on `y`. */
interface TextMark {
  kind: "text";
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  face: Face;
  fill: string;
}

/** What one can see of a bar above its track, and the parts that are in it. */
interface BarMark extends Box {
  kind: "bar";
  parts: { fill: string; x: number; width: number; height: number }[];
}

/** One thing that a card shows. Lengths are in pixels. */
type Mark =
  | TextMark
  | BarMark
  | ({ kind: "rect"; fill: string; edge: string } & Box)
  | ({ kind: "image"; source: string } & Box)
  | { kind: "circle"; x: number; y: number; radius: number; fill: string; edge: string }
  | { kind: "path"; d: string; fill: string; edge: string; transform: string };

/** A card as it is seen and heard. */
export interface ReadCard {
  width: number;
  height: number;
  title: string;
  description: string;
  /** The text of its comment; empty without one. */
  comment: string;
  style: string;
  /** In the order in which they are drawn. */
  marks: Mark[];
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const FACES: Face[] = ["text", "bold", "display"];
/** The letters of cards that are read; the wider fonts of the last ones take long to load, and are seldom needed. */
const ALPHABETS = [
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~·…›→ÄÖÜäöüßÉéàç",
  // Of dates in many languages.
  `${"\u00a0\u202f’年月日년월일"}${span(0xa1, 0x17f)}${span(0x400, 0x491)}`,
  [...new Set(`Антレトロ漢字한국어♥ไ${JSON.stringify(LANGUAGES)}`)].join(""),
];

/** All characters from one code point to another. */
function span(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

interface Letter {
  character: string;
  advance: number;
}

/** Letters by their outlines, for each alphabet in each face that was looked into. */
const letters = new Map<string, Map<string, Letter>>();

function lettersOf(alphabet: string, face: Face): Map<string, Letter> {
  const key = face + alphabet;
  let known = letters.get(key);
  if (!known) {
    known = new Map();
    for (const character of alphabet) {
      const { path, advance } = glyph(character, face);
      if (!known.has(path)) known.set(path, { character, advance });
    }
    letters.set(key, known);
  }
  return known;
}

function letterOf(face: Face, path: string): Letter {
  for (const alphabet of ALPHABETS) {
    const letter = lettersOf(alphabet, face).get(path);
    if (letter) return letter;
  }
  throw new Error(`An outline that is no known letter of ${face}: ${path}`);
}

/**
 * Reads a card back from its SVG: what it says where. Letters are known by their outlines.
 *
 * @throws Error for what no card may be: a reference to nothing, an id twice, an outline that is no letter,
 *   text that nobody sees
 */
export function readCard(svg: string): ReadCard {
  const root = parse(svg);
  const byId = new Map<string, Element>();
  for (const element of everyElement(root)) {
    const { id } = element.attributes;
    if (id === undefined) continue;
    if (byId.has(id)) throw new Error(`The id ${id} stands twice`);
    byId.set(id, element);
  }
  const target = (reference = "") => {
    const found = byId.get(/^(?:url\()?#(\w+)\)?$/.exec(reference)?.[1] ?? "");
    if (!found) throw new Error(`${reference} refers to nothing`);
    return found;
  };
  const ownText = (name: string) =>
    unescaped(root.children.find((child) => child.name === name)?.text ?? "");
  return {
    width: Number(root.attributes.width),
    height: Number(root.attributes.height),
    title: ownText("title"),
    description: ownText("desc"),
    comment: ownText("!--"),
    style: ownText("style"),
    marks: root.children.flatMap((element) => markOf(element, target) ?? []),
  };
}

/**
 * Draws a card and reads it back. Its images are there, and are known by their paths.
 *
 * @param search the options, as in a URL
 */
export function seen(
  card: Card,
  player: Player,
  search = "",
  {
    isDated = false,
    image = (path: string): string | null => path,
    others = card.others ? [BOB] : [],
    history = card.needsHistory ? EVENTFUL : undefined,
  }: Partial<Omit<CardData, "player">> = {},
): ReadCard {
  const request = readCardRequest(card, new URLSearchParams(search));
  return readCard(drawCard(request, { player, others, history, isDated, image }));
}

/**
 * The text mark that says so.
 *
 * @throws Error when there is none, or more than one
 */
export function textOf({ marks }: ReadCard, text: string): TextMark {
  const found = marks.filter((mark) => mark.kind === "text" && mark.text === text);
  const [only] = found;
  if (only?.kind !== "text" || found.length > 1) {
    throw new Error(`"${text}" stands ${found.length} times in ${wordsOf({ marks }).join(" | ")}`);
  }
  return only;
}

/**
 * What stands right above a text, beginning at the same place: a figure above its name.
 *
 * @throws Error when nothing does, or as {@link textOf}
 */
export function textAbove(card: ReadCard, text: string): string {
  const { x, y } = textOf(card, text);
  const [nearest] = marksOf(card, "text")
    .filter((mark) => mark.x === x && mark.y < y)
    .sort((a, b) => b.y - a.y);
  if (!nearest) throw new Error(`Nothing stands above "${text}"`);
  return nearest.text;
}

/** All that is written, in the order in which it is drawn. */
export function wordsOf({ marks }: Pick<ReadCard, "marks">): string[] {
  return marks.flatMap((mark) => (mark.kind === "text" ? mark.text : []));
}

/** The marks of one kind. */
export function marksOf<Kind extends Mark["kind"]>(
  { marks }: ReadCard,
  kind: Kind,
): Extract<Mark, { kind: Kind }>[] {
  return marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);
}

function markOf(element: Element, target: (reference?: string) => Element): Mark | undefined {
  const { name, attributes, children } = element;
  const { fill = "", stroke: edge = "" } = attributes;
  switch (name) {
    case "rect":
      return { kind: "rect", ...boxOf(element), fill, edge };
    case "image": {
      const clip = boxOf(target(attributes["clip-path"]).children[0]);
      return { kind: "image", ...clip, source: attributes.href ?? "" };
    }
    case "circle": {
      const [x, y, radius] = [attributes.cx, attributes.cy, attributes.r].map(Number);
      const line = edge && `${edge} ${attributes["stroke-width"]}`;
      return { kind: "circle", x: x ?? 0, y: y ?? 0, radius: radius ?? 0, fill, edge: line };
    }
    case "path": {
      const line = edge && `${edge} ${attributes["stroke-width"]}`;
      const { d = "", transform = "" } = attributes;
      return { kind: "path", d, fill, edge: line, transform };
    }
    case "g": {
      // A theme's form shows nothing of the player.
      if (attributes.id === "ground") return undefined;
      if (attributes["clip-path"] === undefined) return textMark(element, target);
      const parts = children.map((part) => ({ fill: part.attributes.fill ?? "", ...boxOf(part) }));
      const clip = boxOf(target(attributes["clip-path"]).children[0]);
      return {
        kind: "bar",
        ...clip,
        parts: parts.map(({ fill, x, width, height }) => ({ fill, x, width, height })),
      };
    }
    default:
      // Titles, definitions and the like are seen by reference only.
      return undefined;
  }
}

function textMark(group: Element, target: (reference?: string) => Element): TextMark {
  const { fill = "", transform = "" } = group.attributes;
  const [x = 0, y = 0, scale = 0] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
  let text = "";
  let end = 0;
  let face: Face = "text";
  for (const { attributes } of group.children) {
    const outline = target(attributes.href).attributes;
    face = FACES.find((known) => known[0] === outline.id?.[0]) ?? "text";
    const { character, advance } = letterOf(face, outline.d ?? "");
    const at = Number(attributes.x ?? 0);
    text += at > end ? ` ${character}` : character;
    end = at + advance;
  }
  return { kind: "text", text, x, y, width: end * scale, size: scale * UNITS, face, fill };
}

/** Text as it was before it was written as XML. */
function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function boxOf(element: Element | undefined): Box {
  const { x = 0, y = 0, width = 0, height = 0, rx = 0 } = element?.attributes ?? {};
  return {
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    radius: Number(rx),
  };
}

function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

const TOKEN = /<!--(.*?)-->|<(\w+)((?:\s[\w:-]+="[^"]*")*)(\/?)>|<\/\w+>|([^<]+)/gs;

/** The tree of an SVG of this site's own making. */
function parse(svg: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [token, comment, name, attributes = "", closed, text] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (name !== undefined) {
      const element: Element = { name, attributes: {}, children: [], text: "" };
      for (const [, key = "", value = ""] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g))
        element.attributes[key] = value;
      parent.children.push(element);
      if (!closed) open.push(element);
    } else if (comment !== undefined)
      parent.children.push({ name: "!--", attributes: {}, children: [], text: comment.trim() });
    else if (text !== undefined) parent.text += text;
    else if (token.startsWith("</")) open.pop();
  }
  const [svgElement] = root.children;
  if (!svgElement || open.length !== 1) throw new Error("Not one whole element");
  if (svgElement.text !== "") throw new Error(`Text that nobody sees: ${svgElement.text}`);
  return svgElement;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** A card as lines that people can compare, one for each thing that it shows. */
export function asLines({ marks, ...card }: ReadCard): string[] {
  const { width, height, title, description, comment } = card;
  return [
    `card ${width}×${height} "${title}": ${description}${comment && ` (${comment})`}`,
    ...marks.map((mark) => asLine(mark).replaceAll("zM", "z\n  M")),
  ];
}

function asLine(mark: Mark): string {
  const place = `${mark.kind} ${"x" in mark ? `${mark.x},${mark.y} ` : ""}`;
  const edge = "edge" in mark && mark.edge !== "" ? ` edge ${mark.edge}` : "";
  const corner = "radius" in mark && mark.radius !== 0 ? ` radius ${mark.radius}` : "";
  const size = "height" in mark ? `${mark.width}×${mark.height}` : "";
  switch (mark.kind) {
    case "text": {
      const { text, x, width, size: points, face, fill } = mark;
      return `${place}to ${rounded(x + width)} "${text}" ${face} ${rounded(points)} ${fill}`;
    }
    case "bar": {
      const parts = mark.parts.map((part) => `${part.x}+${part.width} ${part.fill}`);
      return `${place}${size}${corner}: ${parts.join(", ")}`;
    }
    case "rect":
      return `${place}${size}${corner} ${mark.fill}${edge}`;
    case "image":
      return `${place}${size}${corner} ${mark.source}`;
    case "circle":
      return `${place}radius ${mark.radius} ${mark.fill}${edge}`;
    case "path":
      return `${place}${mark.fill}${edge} ${mark.transform}${mark.d}`;
  }
}
