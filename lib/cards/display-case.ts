import type { Game } from "@/lib/domain/player";
import type { Drawing } from "./card";
import { fitToWidth, widthOf } from "./text-width";
import type { Theme } from "./themes";

// A wooden display case with a velvet back: each mastery has a gold frame and a lamp.

/** Position of a case and size of its icons, in pixels. */
export interface CasePlace {
  x: number;
  y: number;
  width: number;
  /** The side of an icon. The case scales with it. */
  icon: number;
  /** Icons per board. */
  columns: number;
}

interface Wood {
  /** Light at the top, dark at the bottom. */
  frame: readonly [string, string];
  board: readonly [string, string];
  edge: string;
  /** Colours of the middle and the corners. */
  velvet: readonly [string, string];
  gold: readonly [string, string];
  silver: string;
  /** Text colour. */
  ink: string;
  /** Colour of the lamps; null without glow. */
  light: string | null;
}

const WALNUT: Wood = {
  frame: ["#8a5a34", "#4a2c17"],
  board: ["#a4713f", "#5b371d"],
  edge: "#d3a066",
  velvet: ["#15503f", "#06211a"],
  gold: ["#ffe9a6", "#c98a12"],
  silver: "#9aa6ad",
  ink: "#d9e6df",
  light: "#ffd977",
};
const WOODS: Partial<Record<Theme, Wood>> = {
  midnight: { ...WALNUT, velvet: ["#243469", "#0a1024"] },
  grape: { ...WALNUT, velvet: ["#4b2a7d", "#190b2e"] },
  arcade: {
    ...WALNUT,
    frame: ["#3a3a44", "#17171d"],
    board: ["#4b4b57", "#222229"],
    edge: "#85859a",
    velvet: ["#3d0f4a", "#0d0312"],
  },
  cartridge: {
    ...WALNUT,
    frame: ["#8d897e", "#55524a"],
    board: ["#a5a196", "#6b675d"],
    edge: "#cfccc3",
    velvet: ["#4a2226", "#200c0e"],
  },
  // Four shades only: light is the lightest one.
  pocket: {
    frame: ["#4a5a28", "#4a5a28"],
    board: ["#8f9d68", "#8f9d68"],
    edge: "#c4cfa1",
    velvet: ["#1f2b0f", "#1f2b0f"],
    gold: ["#c4cfa1", "#c4cfa1"],
    silver: "#8f9d68",
    ink: "#c4cfa1",
    light: null,
  },
};

/** Measures of a case for icons of 72 pixels. */
const [FRAME, HEAD, BOARD, GAP] = [11, 17, 9, 16];
const MOST_GAP = 44;
const OF_ICON = 1 / 72;

/** How many icons fit on one board of a case. */
export function columnsIn(width: number, icon: number): number {
  const part = icon * OF_ICON;
  return Math.max(1, Math.floor((width - (2 * FRAME + 8 - GAP) * part) / (icon + GAP * part)));
}

/** The height of a case in pixels. */
export function caseHeight(boards: number, icon: number): number {
  const part = icon * OF_ICON;
  return Math.round(2 * FRAME * part + boards * (icon + (HEAD + BOARD) * part));
}

/** Boards and columns for a number of games, spread evenly. */
export function boardsFor(
  games: number,
  width: number,
  icon: number,
): { boards: number; columns: number } {
  const boards = Math.max(1, Math.ceil(games / columnsIn(width, icon)));
  return { boards, columns: Math.max(1, Math.ceil(games / boards)) };
}

/**
 * Draws a case of games.
 *
 * @param empty the text without games
 */
export function drawCase(
  { pen, data, options, format }: Pick<Drawing<object>, "pen" | "data" | "options" | "format">,
  games: readonly Game[],
  { x, y, width, icon, columns }: CasePlace,
  empty = format.words.none.masteries,
): void {
  const wood = WOODS[options.theme] ?? WALNUT;
  const part = icon * OF_ICON;
  const boards = Math.max(1, Math.ceil(games.length / columns));
  const height = caseHeight(boards, icon);
  const [frame, head, board] = [FRAME * part, HEAD * part, BOARD * part];
  // Spare width spreads the icons.
  const spare = (width - 2 * frame - columns * icon) / (columns + 1);
  const gap = Math.min(MOST_GAP * part, Math.max(GAP * part, spare));
  const inner = {
    x: x + frame,
    y: y + frame,
    width: width - 2 * frame,
    height: height - 2 * frame,
  };
  const step = head + icon + board;
  const places = games.map((game, at) => {
    const row = Math.floor(at / columns);
    const inRow = Math.min(columns, games.length - row * columns);
    const left = x + (width - inRow * icon - (inRow - 1) * gap) / 2;
    return {
      game,
      isGold: game.highestAwardKind === "mastered",
      x: left + (at % columns) * (icon + gap),
      y: inner.y + row * step + head,
    };
  });
  const fade = ([from, to]: readonly [string, string], kind: "linear" | "radial" = "linear") =>
    pen.gradient(kind, [
      [0, from],
      [1, to],
    ]);
  pen.rect(inner.x, inner.y, inner.width, inner.height, fade(wood.velvet, "radial"));
  const { light } = wood;
  if (light !== null) {
    const halo = pen.gradient("radial", [
      [0, light, 0.5],
      [0.6, light, 0.2],
      [1, light, 0],
    ]);
    const beam = pen.gradient("linear", [
      [0, "#ffe9b0", 0.5],
      [1, light, 0],
    ]);
    for (const place of places) {
      if (!place.isGold) continue;
      const middle = place.x + icon / 2;
      pen.circle(middle, place.y + icon / 2, icon * 0.72, halo);
      const [top, foot] = [place.y - head, place.y + icon];
      pen.path(
        `M${round(middle - 5 * part)} ${round(top)}L${round(place.x - 5 * part)} ${round(foot)}H${round(place.x + icon + 5 * part)}L${round(middle + 5 * part)} ${round(top)}z`,
        beam,
      );
      pen.rect(middle - 8 * part, top, 16 * part, 3 * part, wood.gold[1], round(1.5 * part));
    }
  }
  const boardFill = fade(wood.board);
  for (let row = 0; row < boards; row++) {
    const top = inner.y + row * step + head + icon;
    pen.rect(inner.x, top, inner.width, board, boardFill);
    pen.rect(inner.x, top, inner.width, 1.5 * part, wood.edge);
  }
  const gold = fade(wood.gold);
  const shine =
    light &&
    pen.gradient("linear", [
      [0, light, 0.75],
      [1, light, 0],
    ]);
  for (const { game, isGold, ...place } of places) {
    const edge = isGold ? 3.5 * part : game.highestAwardKind === null ? 0 : 2 * part;
    if (shine !== null && isGold) pen.rect(place.x, place.y + icon, icon, board, shine);
    const fill = isGold ? gold : wood.silver;
    if (edge > 0) pen.rect(place.x, place.y, icon, icon, fill, Math.round(6 * part));
    const side = icon - 2 * edge;
    pen.image(data.image(game.iconPath), round(place.x + edge), round(place.y + edge), round(side));
  }
  if (games.length === 0) {
    const { text, size } = fitToWidth([empty], "text", Math.round(18 * part), width - 40);
    const left = x + (width - widthOf(text, "text", size)) / 2;
    pen.text(text, left, y + height / 2, { size, fill: wood.ink });
  }
  const frameFill = fade(wood.frame);
  const corner = 7 * part;
  const straight = { across: round(width - 2 * corner), down: round(height - 2 * corner) };
  const turn = (dx: number, dy: number) =>
    `a${round(corner)} ${round(corner)} 0 0 1 ${round(dx)} ${round(dy)}`;
  pen.path(
    // The inner path runs the other way, which leaves a frame.
    `M${round(x + corner)} ${y}h${straight.across}${turn(corner, corner)}v${straight.down}${turn(-corner, corner)}h${-straight.across}${turn(-corner, -corner)}v${-straight.down}${turn(corner, -corner)}zM${round(inner.x)} ${round(inner.y)}v${round(inner.height)}h${round(inner.width)}v${round(-inner.height)}z`,
    frameFill,
  );
  pen.rect(x + corner, y + 1, width - 2 * corner, 1.5 * part, wood.edge);
  if (light !== null) {
    const glass = pen.gradient("linear", [
      [0, "#fff", 0.12],
      [1, "#fff", 0.01],
    ]);
    const [from, across] = [inner.x + inner.width * 0.08, inner.width * 0.16];
    const lean = Math.min(inner.height * 0.5, inner.width * 0.08);
    pen.path(
      `M${round(from)} ${round(inner.y)}h${round(across)}l${round(-lean)} ${round(inner.height)}h${round(-across)}z`,
      glass,
    );
  }
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
