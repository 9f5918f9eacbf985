import { escapeXml } from "@/lib/xml";
import { drawable, type Face, type Glyph, glyph, UNITS } from "./font";
import { cutToWidth, fitToWidth, widthOf } from "./text-width";
import type { Colors } from "./themes";

interface TextStyle {
  size: number;
  /** Default `text`. */
  face?: Face;
  /** Default ink. */
  fill?: string;
  /** Wider text is cut with an ellipsis. */
  width?: number;
  /** Before it is cut, text shrinks down to this size. */
  least?: number;
  /** `end`: the text ends at x. */
  anchor?: "start" | "end";
}

/** Draws one card. Lengths are in pixels from the upper left corner; y of a text is its baseline. */
export class Pen {
  readonly #parts: string[] = [];
  readonly #glyphs = new Map<string, string>();

  /** Gradients by their definition. */
  readonly #gradients = new Map<string, string>();

  /** @param imageFilter reference to an SVG filter for all images */
  constructor(
    readonly colors: Colors,
    private readonly imageFilter = "",
  ) {}

  /** A gradient fill: downwards, or outwards from the middle. A stop is offset, colour, opacity. */
  gradient(
    kind: "linear" | "radial",
    stops: readonly (readonly [number, string, number?])[],
  ): string {
    const all = stops
      .map(([at, color, opacity = 1]) => {
        const seen = opacity === 1 ? "" : ` stop-opacity="${opacity}"`;
        return `<stop offset="${at}" stop-color="${color}"${seen}/>`;
      })
      .join("");
    const down = kind === "linear" ? ' x2="0" y2="1"' : "";
    const key = `${kind}${all}`;
    const id = `f${[...this.#gradients.keys()].indexOf(key) + 1 || this.#gradients.size + 1}`;
    this.#gradients.set(key, `<${kind}Gradient id="${id}"${down}>${all}</${kind}Gradient>`);
    return `url(#${id})`;
  }

  /** Draws one line of text as outlines. */
  text(text: string, x: number, y: number, style: TextStyle): void {
    const { face = "text", fill = this.colors.ink, anchor = "start" } = style;
    const size = sizeOf(text, face, style);
    const shown = style.width === undefined ? text : cutToWidth(text, face, size, style.width);
    const left = anchor === "end" ? x - widthOf(shown, face, size) : x;
    let at = 0;
    let uses = "";
    for (const character of drawable(shown)) {
      const letter = glyph(character, face);
      if (letter.path !== "")
        uses += `<use href="#${this.#idOf(letter, face)}"${at === 0 ? "" : ` x="${at}"`}/>`;
      at += letter.advance;
    }
    if (uses === "") return;
    this.#parts.push(
      `<g fill="${fill}" transform="translate(${round(left)} ${round(y)})scale(${size / UNITS})">${uses}</g>`,
    );
  }

  /**
   * Draws text that is never cut, such as a number: the first form that fits, smaller if necessary.
   *
   * @param forms longest first, as in {@link fitToWidth}
   */
  fit(
    forms: readonly string[],
    x: number,
    y: number,
    { width, ...style }: TextStyle & { width: number },
  ): void {
    const { text, size } = fitToWidth(forms, style.face ?? "text", style.size, width);
    this.text(text, x, y, { ...style, size });
  }

  #idOf(letter: Glyph, face: Face): string {
    const id = face[0] + letter.id;
    if (!this.#glyphs.has(id)) this.#glyphs.set(id, letter.path);
    return id;
  }

  rect(x: number, y: number, width: number, height: number, fill: string, radius = 0): void {
    if (width <= 0 || height <= 0) return;
    this.#parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${radius ? ` rx="${radius}"` : ""}/>`,
    );
  }

  /** Draws a bar of adjacent parts on a track. */
  bar(
    x: number,
    y: number,
    width: number,
    height: number,
    parts: { fill: string; share: number }[],
  ): void {
    this.rect(x, y, width, height, this.colors.track, height / 2);
    const total = Math.min(
      1,
      parts.reduce((sum, { share }) => sum + share, 0),
    );
    if (total <= 0) return;
    const id = `c${this.#parts.length}`;
    this.#parts.push(
      `<clipPath id="${id}"><rect x="${round(x)}" y="${round(y)}" width="${round(width * total)}" height="${height}" rx="${height / 2}"/></clipPath><g clip-path="url(#${id})">`,
    );
    let from = x;
    for (const { fill, share } of parts) {
      this.rect(from, y, width * share, height, fill);
      from += width * share;
    }
    this.#parts.push("</g>");
  }

  path(d: string, fill: string): void {
    this.#parts.push(`<path d="${d}" fill="${fill}"/>`);
  }

  /** Draws a ring or a disc, such as an award mark. */
  circle(
    x: number,
    y: number,
    radius: number,
    fill: string,
    stroke?: string,
    strokeWidth = 0,
  ): void {
    const line = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth}"` : "";
    this.#parts.push(
      `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"${line}/>`,
    );
  }

  /** Draws a square image, or a placeholder. */
  image(source: string | null, x: number, y: number, size: number): void {
    const id = `c${this.#parts.length}`;
    const box = `x="${x}" y="${y}" width="${size}" height="${size}"`;
    this.rect(x, y, size, size, this.colors.track, size / 8);
    if (source === null) {
      const unit = size / 24;
      const d = "M7 9h10v6.5h-2.2l-1.4-2h-2.8l-1.4 2H7z";
      this.#parts.push(
        `<path d="${d}" fill="none" stroke="${this.colors.soft}" stroke-width=".9" transform="translate(${x} ${y})scale(${unit})"/>`,
      );
      return;
    }
    const filter = this.imageFilter && ` filter="${this.imageFilter}"`;
    this.#parts.push(
      `<clipPath id="${id}"><rect ${box} rx="${size / 8}"/></clipPath><image ${box} clip-path="url(#${id})"${filter} href="${source}"/>`,
    );
  }

  /** The SVG: definitions of glyphs and gradients, then everything that was drawn. */
  toString(): string {
    const defs = [...this.#glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`);
    return `<defs>${defs.join("")}${[...this.#gradients.values()].join("")}</defs>${this.#parts.join("")}`;
  }
}

/** The `title` and `desc` elements of a card. */
export function label(title: string, description: string): string {
  return `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`;
}

/** A text's font size: reduced if it has a width and a minimum size. */
function sizeOf(text: string, face: Face, { size, width, least = size }: TextStyle): number {
  if (width === undefined || least >= size) return size;
  const fitting = Math.floor((width / widthOf(text, face, 1)) * 10) / 10;
  return Math.min(size, Math.max(least, fitting));
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
