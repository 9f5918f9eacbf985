import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { perLibrary } from "./per-library";

/** RA's short labels, by console id. */
const LABELS: Record<number, string> = {
  1: "MD",
  2: "N64",
  3: "SNES",
  4: "GB",
  5: "GBA",
  6: "GBC",
  7: "NES",
  8: "PCE",
  9: "SCD",
  10: "32X",
  11: "SMS",
  12: "PS1",
  13: "Lynx",
  14: "NGP",
  15: "GG",
  16: "GC",
  17: "JAG",
  18: "DS",
  21: "PS2",
  23: "MO2",
  24: "MINI",
  25: "2600",
  27: "ARC",
  28: "VB",
  29: "MSX",
  33: "SG1K",
  37: "CPC",
  38: "A2",
  39: "SAT",
  40: "DC",
  41: "PSP",
  43: "3DO",
  44: "CV",
  45: "INTV",
  46: "VECT",
  47: "80/88",
  49: "PC-FX",
  51: "7800",
  53: "WS",
  56: "NGCD",
  57: "CHF",
  63: "WSV",
  69: "DUCK",
  71: "ARD",
  72: "WASM4",
  73: "A2001",
  74: "VC4000",
  75: "ELEK",
  76: "PCCD",
  77: "JCD",
  78: "DSi",
  80: "UZE",
  81: "FDS",
  101: "Events",
  102: "EXE",
};

/** The system of a game. */
type OnSystem = Pick<Game, "systemId" | "systemName">;

/** The full name of a game's system, as RA gives it. */
export function systemName(game: OnSystem): string {
  return game.systemName ?? LABELS[game.systemId] ?? "Unknown system";
}

/** RA's short label of a game's system; the full name where RA has none. */
export function systemLabel(game: OnSystem): string {
  return LABELS[game.systemId] ?? systemName(game);
}

/** Whether a game belongs to RA's Events. */
export function isEvent({ systemId }: Pick<Game, "systemId">): boolean {
  return systemId === EVENTS_SYSTEM_ID;
}

/** All games without RA's Events. */
export function withoutEvents(games: readonly Game[]): Game[] {
  return games.filter((game) => !isEvent(game));
}

/** A system that a player has games on. */
export interface PlayedSystem {
  id: number;
  name: string;
}

/** The systems with games, by name, including RA's Events. */
export const playedSystems = perLibrary((games) => systemsOf(games));

/** The same for any games, without a cache. */
export function systemsOf(games: Iterable<OnSystem>): PlayedSystem[] {
  const byId = new Map<number, string>();
  for (const game of games) {
    if (!byId.has(game.systemId)) byId.set(game.systemId, systemName(game));
  }
  return [...byId]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => {
      // RA's Events come last.
      const last = Number(a.id === EVENTS_SYSTEM_ID) - Number(b.id === EVENTS_SYSTEM_ID);
      return last || (a.name < b.name ? -1 : 1);
    });
}
