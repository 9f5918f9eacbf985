import type { Theme } from "./themes";

/** A card's size and corner radius, in pixels. */
interface Box {
  width: number;
  height: number;
  radius: number;
}

// No `opacity` here: it creates a layer, and resvg aborts the process if a layer lies outside of the image, as in a
// pattern that is larger than the card.

/** The background of a theme, in addition to its colours. */
export interface Background {
  /** Definitions that the background, the colours and the images refer to. */
  defs: string;
  /** SVG on top of the theme's plain colour, below everything else. */
  draw: (box: Box) => string;
  /** Reference to an SVG filter for all images. */
  imageFilter?: string;
}

/** The minimum height of a card with room for a frame. */
const HIGH = 70;

/** A rectangle along the card's edge. */
function along({ width, height, radius }: Box, inset: number, attributes: string): string {
  const corner = Math.max(1, radius - inset);
  return `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${corner}" ${attributes}/>`;
}

const all = ({ width, height }: Box, fill: string) =>
  `<rect width="${width}" height="${height}" fill="${fill}"/>`;

/** Shades of a handheld's screen, darkest first. */
const SHADES = ["#1f2b0f", "#4a5a28", "#8f9d68", "#c4cfa1"] as const;

/** Dithering: two shades alternate dot by dot to show a shade between them. */
const dither = (id: string, a: string, b: string) =>
  `<pattern id="${id}" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="${a}"/><path d="M0 0h2v2h-2zM2 2h2v2h-2z" fill="${b}"/></pattern>`;

/** The values of one colour channel in all shades, darkest first. */
const steps = (from: number) =>
  SHADES.map((shade) => (Number.parseInt(shade.slice(from, from + 2), 16) / 255).toFixed(2)).join(
    " ",
  );

const pocket: Background = {
  defs: [
    dither("tDark", SHADES[0], SHADES[3]),
    dither("tMiddle", SHADES[1], SHADES[3]),
    dither("tLight", SHADES[2], SHADES[3]),
    `<pattern id="tDots" width="3" height="3" patternUnits="userSpaceOnUse"><path d="M0 0h3v.6h-2.4v2.4h-.6z" fill="#d3dcb4"/></pattern>`,
    `<filter id="tShades" color-interpolation-filters="sRGB"><feColorMatrix values=".3 .59 .11 0 0 .3 .59 .11 0 0 .3 .59 .11 0 0 0 0 0 1 0"/><feComponentTransfer>`,
    ...["R", "G", "B"].map(
      (channel, at) => `<feFunc${channel} type="discrete" tableValues="${steps(1 + at * 2)}"/>`,
    ),
    "</feComponentTransfer></filter>",
  ].join(""),
  draw: (box) =>
    all(box, "url(#tDots)") + along(box, 4, `fill="none" stroke="${SHADES[1]}" stroke-width="2"`),
  imageFilter: "url(#tShades)",
};

const cartridge: Background = {
  defs: `<linearGradient id="tPlastic" x2="0" y2="1"><stop stop-color="#cfccc3"/><stop offset="1" stop-color="#aba79c"/></linearGradient><pattern id="tGrip" width="9" height="6" patternUnits="userSpaceOnUse"><path d="M0 2h9v1.4h-9z" fill="#8d897e"/><path d="M0 3.4h9v1h-9z" fill="#e4e1d9"/></pattern>`,
  draw(box) {
    const { width, height } = box;
    const isHigh = height >= HIGH;
    // Smaller margins above and below keep the label's stripes clear of the card's content.
    const [inset, above] = isHigh ? [10, 5] : [4, 2.5];
    const grip = isHigh
      ? [2, width - 8].map(
          (x) =>
            `<rect x="${x}" y="24" width="6" height="${height - 48}" fill="url(#tGrip)" fill-opacity=".8"/>`,
        )
      : [];
    const inner = width - 2 * inset - 1;
    const stripe = (y: number, high: number, fill: string) =>
      `<rect x="${inset + 0.5}" y="${y}" width="${inner}" height="${high}" fill="${fill}"/>`;
    return [
      all(box, "url(#tPlastic)"),
      ...grip,
      `<rect x="${inset}" y="${above}" width="${width - 2 * inset}" height="${height - 2 * above}" rx="5" fill="#efece2" stroke="#8d897e"/>`,
      stripe(above + (isHigh ? 3 : 1), isHigh ? 3 : 1.5, "#b3262e"),
      isHigh ? stripe(above + 7, 1.5, "#1f1d1a") : "",
    ].join("");
  },
};

const arcade: Background = {
  defs: `<radialGradient id="tGlow" cy="0" r=".9"><stop stop-color="#4a0f57"/><stop offset=".6" stop-color="#16061f"/><stop offset="1" stop-color="#000"/></radialGradient><linearGradient id="tNeon"><stop stop-color="#ff3ea5"/><stop offset=".5" stop-color="#ffd24a"/><stop offset="1" stop-color="#2fd8ff"/></linearGradient>`,
  draw(box) {
    const isHigh = box.height >= HIGH;
    const [band, bulbs, neon] = isHigh ? [10, 5, 11] : [5, 3, 6];
    return [
      all(box, "url(#tGlow)"),
      along(box, band / 2, `fill="none" stroke="#3a0d16" stroke-width="${band}"`),
      along(box, neon, `fill="none" stroke="url(#tNeon)" stroke-width="5" stroke-opacity=".3"`),
      along(box, neon, `fill="none" stroke="url(#tNeon)" stroke-width="1.4"`),
      // Zero-length dashes with round caps make a chain of bulbs, each with a glow.
      ...[
        ["#ffb347", isHigh ? 8 : 4.5, ".35"],
        ["#fff1c9", isHigh ? 4 : 2.4, "1"],
      ].map(([color, size, opacity]) =>
        along(
          box,
          bulbs,
          `fill="none" stroke="${color}" stroke-width="${size}" stroke-linecap="round" stroke-dasharray="0 ${isHigh ? 15 : 10}" stroke-opacity="${opacity}"`,
        ),
      ),
    ].join("");
  },
};

/** Stars of one tile: x, y, radius, opacity. */
const STARS = [
  [14, 22, 0.8, 0.7],
  [47, 9, 0.5, 0.5],
  [71, 40, 1.1, 0.55],
  [102, 18, 0.6, 0.8],
  [131, 57, 0.8, 0.45],
  [28, 71, 0.6, 0.6],
  [88, 86, 0.9, 0.5],
  [58, 118, 0.5, 0.7],
  [119, 111, 1.2, 0.4],
  [9, 129, 0.7, 0.5],
] as const;

const midnight: Background = {
  defs: `<linearGradient id="tSky" x2=".6" y2="1"><stop stop-color="#0a1020"/><stop offset="1" stop-color="#1a2450"/></linearGradient><pattern id="tStars" width="140" height="140" patternUnits="userSpaceOnUse">${STARS.map(([x, y, radius, opacity]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="#dfe7ff" fill-opacity="${opacity}"/>`).join("")}</pattern>`,
  draw: (box) => all(box, "url(#tSky)") + all(box, "url(#tStars)"),
};

const felt: Background = {
  defs: `<radialGradient id="tTable" r=".8"><stop stop-color="#10493c"/><stop offset="1" stop-color="#072a23"/></radialGradient><pattern id="tNap" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 1h2M3 3h2" stroke="#fff" stroke-width=".6" stroke-opacity=".05"/></pattern>`,
  draw: (box) =>
    all(box, "url(#tTable)") +
    all(box, "url(#tNap)") +
    along(
      box,
      box.height >= HIGH ? 6 : 3.5,
      `fill="none" stroke="#6fae99" stroke-width="1.3" stroke-linecap="round" stroke-dasharray="5 4"`,
    ),
};

const grape: Background = {
  defs: `<linearGradient id="tShell" x2=".7" y2="1"><stop stop-color="#3c2466"/><stop offset="1" stop-color="#1d1032"/></linearGradient><linearGradient id="tShine" x2="0" y2="1"><stop stop-color="#fff" stop-opacity=".12"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient><pattern id="tBoard" width="120" height="90" patternUnits="userSpaceOnUse"><path d="M0 20h38l12 12h70M24 90v-30l14-14h48l10-10v-36M96 90v-22h24" fill="none" stroke="#b48cf0" stroke-opacity=".13"/><g fill="#b48cf0" fill-opacity=".2"><circle cx="38" cy="20" r="2"/><circle cx="86" cy="46" r="2"/><circle cx="96" cy="68" r="2"/></g></pattern>`,
  draw: (box) =>
    all(box, "url(#tShell)") +
    all(box, "url(#tBoard)") +
    `<rect width="${box.width}" height="${Math.round(box.height * 0.45)}" fill="url(#tShine)"/>`,
};

const paper: Background = {
  defs: `<pattern id="tGrid" width="12" height="12" patternUnits="userSpaceOnUse"><path d="M0 .5h12M.5 0v12" fill="none" stroke="#eee4cc"/></pattern>`,
  draw: (box) => all(box, "url(#tGrid)"),
};

/** Backgrounds of the themes that have one. */
export const BACKGROUNDS: Partial<Record<Theme, Background>> = {
  pocket,
  cartridge,
  arcade,
  midnight,
  felt,
  grape,
  paper,
};
