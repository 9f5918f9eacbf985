import { BACKGROUNDS, type Background } from "./backgrounds";
import type { CardData, Drawing } from "./card";
import { type CardRequest, cardHeight } from "./card-request";
import { type Formatter, formatterOf } from "./formatter";
import type { CommonOptions } from "./options";
import { label, Pen } from "./pen";
import { SMALLEST_TYPE } from "./text-width";
import { type Colors, THEMES, type Theme } from "./themes";
import { fill } from "./words";

/**
 * Draws a card as one SVG document without references to anything outside it.
 *
 * @param format how it writes numbers and dates, if not as the card's locale does
 */
export function drawCard(
  request: CardRequest,
  data: CardData,
  format: Formatter = formatterOf(request.options.locale),
): string {
  const { card, options, width } = request;
  const pen = penFor(options);
  // A comparison is as old as its oldest player.
  const checkedAt = Math.min(...[data.player, ...(data.others ?? [])].map((of) => of.checkedAt));
  const date = data.isDated ? fill(format.words.asOf, format.day(checkedAt / 1000)) : null;
  const drawing: Drawing<object> = {
    pen,
    data,
    options,
    format,
    width,
    date,
    shows: (part) => !options.hide.includes(part),
  };
  card.draw(drawing);
  const height = cardHeight(request, data);
  if (date !== null && !card.placesDate) {
    pen.text(date, width - 20, height - 17, {
      size: SMALLEST_TYPE,
      fill: pen.colors.soft,
      anchor: "end",
    });
  }
  return document(request, height, pen, data.player.profile.name, card.describe(drawing));
}

/** A message in place of a card, of the same size. */
export function drawMessage(request: CardRequest, title: string, text: string): string {
  const { card, options, width } = request;
  const height = card.height(options, null);
  const pen = penFor(options);
  const isLow = height < 70;
  // Large cards are often shown small.
  const scale = Math.max(1, Math.min(width / 495, height / 195));
  const left = 16 * scale;
  const room = width - 2 * left;
  const middle = height / 2;
  pen.text(title, left, middle - (isLow ? 2 : 4 * scale), {
    size: isLow ? 15 : 18 * scale,
    face: "display",
    width: room,
  });
  pen.text(text, left, middle + (isLow ? 16 : 18 * scale), {
    ...{ size: isLow ? 12 : 13 * scale, least: isLow ? 11 : 11 * scale },
    fill: pen.colors.soft,
    width: room,
  });
  return document(request, height, pen, title, text);
}

function document(
  request: CardRequest,
  height: number,
  pen: Pen,
  title: string,
  text: string,
): string {
  const { card, options, ignored, width } = request;
  const { theme, border, radius } = options;
  const hasBackground = !card.isTransparent || options.bg !== undefined;
  const line = border && !card.isTransparent ? ` stroke="${pen.colors.border}"` : "";
  const box = card.isFullBleed
    ? `width="${width}" height="${height}" fill="${pen.colors.bg}"`
    : `x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="${radius}" fill="${pen.colors.bg}"${line}`;
  const plain = hasBackground ? `<rect ${box}/>` : "";
  const note = ignored.length === 0 ? "" : `<!-- Left out: ${ignored.join(", ")} -->`;
  const pattern = BACKGROUNDS[theme];
  // A custom background replaces the pattern.
  const isOwn = !hasBackground || options.bg !== undefined;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    note,
    label(title, text),
    theme === "auto" ? AUTO_STYLE : "",
    pattern ? `<defs>${pattern.defs}</defs>` : "",
    plain,
    pattern && !isOwn ? themeBackground(pattern, request, height) : "",
    pen.toString(),
    "</svg>",
  ].join("");
}

/** A theme's pattern, clipped to the card's border and corners; over all of a card without them. */
function themeBackground(background: Background, request: CardRequest, height: number): string {
  const { card, options, width } = request;
  if (card.isFullBleed) {
    const box = { width: width / 2, height: height / 2, radius: 0 };
    return `<g id="ground" transform="scale(2)">${background.draw(box)}</g>`;
  }
  const { radius } = options;
  const inside = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="${Math.max(0, radius - 0.5)}"/>`;
  return `<clipPath id="tEdge">${inside}</clipPath><g id="ground" clip-path="url(#tEdge)">${background.draw({ width, height, radius })}</g>`;
}

function penFor(options: CommonOptions): Pen {
  return new Pen(colorsOf(options), BACKGROUNDS[options.theme]?.imageFilter);
}

const NAMES = Object.keys(THEMES.light) as (keyof Colors)[];
const variables = (colors: Colors) => NAMES.map((name) => `--${name}:${colors[name]}`).join(";");
const AUTO_STYLE = `<style>svg{${variables(THEMES.light)}}@media(prefers-color-scheme:dark){svg{${variables(THEMES.dark)}}}</style>`;
const AUTO_COLORS = Object.fromEntries(
  NAMES.map((name) => [name, `var(--${name})`]),
) as unknown as Colors;

function colorsOf({ theme, bg, ink, soft, line }: CommonOptions): Colors {
  const colors: Colors = { ...(theme === "auto" ? AUTO_COLORS : THEMES[theme satisfies Theme]) };
  if (bg) colors.bg = bg;
  if (ink) colors.ink = ink;
  if (soft) colors.soft = soft;
  if (line) colors.border = line;
  return colors;
}
