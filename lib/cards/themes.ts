/** The colours of a card, as SVG colours. */
export interface Colors {
  bg: string;
  ink: string;
  soft: string;
  border: string;
  track: string;
  gold: string;
  goldPale: string;
  silver: string;
  silverPale: string;
  rest: string;
}

const light: Colors = {
  bg: "#ffffff",
  ink: "#13201c",
  soft: "#4d5c56",
  border: "#d8e0dc",
  track: "#e4eae7",
  gold: "#d99b12",
  goldPale: "#f0d28d",
  silver: "#94a1aa",
  silverPale: "#cdd5da",
  rest: "#b9c4be",
};
const dark: Colors = {
  bg: "#131b19",
  ink: "#e9f0ed",
  soft: "#a3b3ad",
  border: "#26332f",
  track: "#2a3632",
  gold: "#efbf45",
  goldPale: "#8a6c26",
  silver: "#bcc8d0",
  silverPale: "#5d686f",
  rest: "#3c4a44",
};

/** A theme that changes the background, text and line colours of another. */
const tinted = (
  base: Colors,
  bg: string,
  ink: string,
  soft: string,
  border: string,
  track: string,
): Colors => ({
  ...base,
  bg,
  ink,
  soft,
  border,
  track,
});

/** Award colours for a background that is neither light nor dark. */
const deeper = {
  gold: "#b87a00",
  goldPale: "#8a6420",
  silver: "#6b7780",
  silverPale: "#8d989f",
  rest: "#7f857c",
};

/** All themes except `auto`. Text has a contrast of at least 4.5 (WCAG AA). */
export const THEMES = {
  light,
  dark,
  felt: tinted(dark, "#0b3b31", "#f0f7f4", "#b4d3c8", "#1d5a4c", "#1a5144"),
  midnight: tinted(dark, "#0d1526", "#e8eefc", "#a5b4d4", "#24324f", "#24324f"),
  cartridge: {
    ...tinted(light, "#d6d3cb", "#1f1d1a", "#4a463f", "#b5b1a6", "#c0bcb1"),
    ...deeper,
  },
  // Four shades, dithered as in backgrounds.ts.
  pocket: {
    ...{ bg: "#c4cfa1", ink: "#1f2b0f", soft: "#4a5a28", border: "#4a5a28", track: "url(#tLight)" },
    ...{ gold: "#1f2b0f", goldPale: "url(#tDark)", silver: "#4a5a28", silverPale: "url(#tMiddle)" },
    rest: "#8f9d68",
  },
  grape: tinted(dark, "#2a1a44", "#f3ecff", "#c5b2e6", "#47306e", "#47306e"),
  arcade: tinted(dark, "#000000", "#ffffff", "#bdbdbd", "#3a3a3a", "#2c2c2c"),
  paper: tinted(light, "#faf4e6", "#2b2416", "#5d5340", "#e5d9bd", "#ece2cb"),
} as const satisfies Record<string, Colors>;

/** A theme's name; `auto` follows the reader's light or dark setting. */
export type Theme = keyof typeof THEMES | "auto";

/** All themes, `auto` first. */
export const THEME_NAMES = ["auto", ...Object.keys(THEMES)] as [Theme, ...Theme[]];
