import { AWARD_KINDS, type Game } from "./player";

/**
 * Games in columns, for the way to the browser: JSON without a key a game, each number as its
 * difference from what it is likely to be. About 25 to 35 bytes a game when compressed.
 */
export interface PackedGames {
  ids: number[];
  titles: string[];
  /** The number of `/Images/<six digits>.png`, or another path as it is. */
  icons: (number | string)[];
  /** Each system once, as RA names it. */
  systems: [id: number, name: string | null][];
  /** Places in `systems`. */
  systemAt: number[];
  possible: number[];
  /** Possible, but not won. */
  missing: number[];
  /** Won, but not in hardcore mode. */
  casual: number[];
  /** Seconds from the newest unlock of the game before to this one's; null where RA has no date. */
  recent: (number | null)[];
  /** A digit a game: 0 for no award, else the place of its kind in `AWARD_KINDS`, from 1. */
  kinds: string;
  /** Seconds from the award to the newest unlock; null where RA has no date. */
  awarded: (number | null)[];
}

/** Packs games for the browser; {@link unpackGames} gives the same games back. */
export function packGames(games: readonly Game[]): PackedGames {
  const systems = new Map<string, [number, string | null]>();
  const places = new Map<string, number>();
  const packed: PackedGames = {
    ids: [],
    titles: [],
    icons: [],
    systems: [],
    systemAt: [],
    possible: [],
    missing: [],
    casual: [],
    recent: [],
    kinds: "",
    awarded: [],
  };
  const kinds: number[] = [];
  let date = 0;
  for (const game of games) {
    packed.ids.push(game.id);
    packed.titles.push(game.title);
    packed.icons.push(packIcon(game.iconPath));
    const key = `${game.systemId} ${game.systemName}`;
    if (!places.has(key)) {
      places.set(key, systems.size);
      systems.set(key, [game.systemId, game.systemName]);
    }
    packed.systemAt.push(places.get(key) ?? 0);
    packed.possible.push(game.maxPossible);
    packed.missing.push(game.maxPossible - game.numAwarded);
    packed.casual.push(game.numAwarded - game.numAwardedHardcore);
    packed.recent.push(game.mostRecentAwardedAt === null ? null : date - game.mostRecentAwardedAt);
    date = game.mostRecentAwardedAt ?? date;
    kinds.push(game.highestAwardKind === null ? 0 : AWARD_KINDS.indexOf(game.highestAwardKind) + 1);
    packed.awarded.push(game.highestAwardAt === null ? null : date - game.highestAwardAt);
  }
  packed.systems = [...systems.values()];
  packed.kinds = kinds.join("");
  return packed;
}

/** The games that {@link packGames} packed. */
export function unpackGames(packed: PackedGames): Game[] {
  let date = 0;
  return packed.titles.map((title, at): Game => {
    const maxPossible = packed.possible[at] ?? 0;
    const numAwarded = maxPossible - (packed.missing[at] ?? 0);
    const [systemId, systemName] = packed.systems[packed.systemAt[at] ?? 0] ?? [0, null];
    const recent = packed.recent[at] ?? null;
    const awarded = packed.awarded[at] ?? null;
    if (recent !== null) date -= recent;
    return {
      id: packed.ids[at] ?? 0,
      title,
      iconPath: unpackIcon(packed.icons[at] ?? ""),
      systemId,
      systemName,
      maxPossible,
      numAwarded,
      numAwardedHardcore: numAwarded - (packed.casual[at] ?? 0),
      mostRecentAwardedAt: recent === null ? null : date,
      highestAwardKind: AWARD_KINDS[Number(packed.kinds[at]) - 1] ?? null,
      highestAwardAt: awarded === null ? null : date - awarded,
    };
  });
}

/** The number of `/Images/<six digits>.png`, or another path as it is. */
export function packIcon(path: string): number | string {
  const digits = /^\/Images\/(\d{6})\.png$/.exec(path)?.[1];
  return digits === undefined ? path : Number(digits);
}

/** The path that {@link packIcon} packed. */
export function unpackIcon(icon: number | string): string {
  return typeof icon === "string" ? icon : `/Images/${String(icon).padStart(6, "0")}.png`;
}
