import type { Player } from "@/lib/domain/player";
import type { Card, CardData } from "./card";
import { readCardRequest } from "./card-request";
import { drawCard } from "./draw-card";
import { type Face, UNITS } from "./font";
import { BOB, EVENTFUL, RANKS, timesOf, unlocksOf } from "./test-data";
import { letterOf } from "./test-letters";
import { type Element, everyElement, parseSvg, unescaped } from "./test-svg";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
}

/** A line of text: `x` is its left edge, `y` its baseline. */
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

/** The visible part of a bar on its track, and its segments. */
interface BarMark extends Box {
  kind: "bar";
  parts: { fill: string; x: number; width: number; height: number }[];
}

/** One drawn thing. Lengths are in pixels. */
export type Mark =
  | TextMark
  | BarMark
  | ({ kind: "rect"; fill: string; edge: string } & Box)
  | ({ kind: "image"; source: string } & Box)
  | { kind: "circle"; x: number; y: number; radius: number; fill: string; edge: string }
  | { kind: "path"; d: string; fill: string; edge: string; transform: string };

/** A card's drawn and described content. */
export interface ReadCard {
  width: number;
  height: number;
  title: string;
  description: string;
  /** Empty without a comment. */
  comment: string;
  style: string;
  /** In drawing order. */
  marks: Mark[];
}

const FACES: Face[] = ["text", "bold", "display"];
/**
 * Reads a card back from its SVG: its content and positions. Letters are recognized by their outlines.
 *
 * @throws Error for an invalid card: a dangling reference, a duplicate id, an unknown outline, text outside of elements
 */
export function readCard(svg: string): ReadCard {
  const root = parseSvg(svg);
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
 * Draws a card and reads it back. Images are represented by their paths.
 *
 * @param search the options, as in a URL
 */
export function seen(
  card: Card,
  player: Player,
  search = "",
  given: Partial<Omit<CardData, "player">> = {},
): ReadCard {
  const request = readCardRequest(card, new URLSearchParams(search));
  const {
    isDated = false,
    image = (path: string): string | null => path,
    others = card.others ? [BOB] : [],
    history = card.needsHistory ? EVENTFUL : undefined,
    unlocks = unlocksOf(request),
    times = card.times?.(request.options) === "required" ? timesOf(player.games) : undefined,
    ranks = RANKS,
    site,
  } = given;
  return readCard(
    drawCard(request, { player, others, history, unlocks, times, ranks, isDated, site, image }),
  );
}

/**
 * The mark of a text.
 *
 * @throws Error if there is none, or more than one
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
 * The text above another with the same left edge: a figure above its label.
 *
 * @throws Error if there is none, or as {@link textOf}
 */
export function textAbove(card: ReadCard, text: string): string {
  const { x, y } = textOf(card, text);
  const [nearest] = marksOf(card, "text")
    .filter((mark) => mark.x === x && mark.y < y)
    .sort((a, b) => b.y - a.y);
  if (!nearest) throw new Error(`Nothing stands above "${text}"`);
  return nearest.text;
}

/** All texts in drawing order. */
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
      // A theme's pattern shows nothing of the player.
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
      // Titles, definitions and the like draw nothing by themselves.
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
