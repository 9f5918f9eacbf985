import { AWARD_KINDS, type Game } from "./player";

/**
 * Games in columns, for the browser and the store: JSON without keys per game, and numbers as the difference from a
 * likely value. About 25 to 35 bytes per game when compressed.
 */
export interface PackedGames {
  ids: number[];
  titles: string[];
  /** The number of `/Images/<six digits>.png`, or any other path. */
  icons: (number | string)[];
  /** Each system once, with the name that RA gives it. */
  systems: [id: number, name: string | null][];
  /** Indices of `systems`. */
  systemAt: number[];
  possible: number[];
  /** Possible, but not won. */
  missing: number[];
  /** Won, but not in hardcore mode. */
  casual: number[];
  /** Seconds from the previous game's newest unlock to this one's; null where RA has no date. */
  recent: (number | null)[];
  /** One digit per game: 0 for no award, else the position of its kind in `AWARD_KINDS`, from 1. */
  kinds: string;
  /** Seconds from the award to the newest unlock; null where RA has no date. */
  awarded: (number | null)[];
}

/** Packs games; {@link unpackGames} restores them. */
export function packGames(games: readonly Game[]): PackedGames {
  const systems = new Map<string, number>();
  // All columns, including those that older values lack.
  const packed: Required<PackedGames> = {
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
  let date = 0;
  const packField: { [Field in keyof Game]: (game: Game) => void } = {
    id: ({ id }) => packed.ids.push(id),
    title: ({ title }) => packed.titles.push(title),
    iconPath: ({ iconPath }) => packed.icons.push(packIcon(iconPath)),
    systemId({ systemId, systemName }) {
      const key = `${systemId} ${systemName}`;
      const place = systems.get(key) ?? packed.systems.push([systemId, systemName]) - 1;
      systems.set(key, place);
      packed.systemAt.push(place);
    },
    systemName: () => undefined, // Packed with systemId.
    maxPossible: ({ maxPossible }) => packed.possible.push(maxPossible),
    numAwarded: ({ maxPossible, numAwarded }) => packed.missing.push(maxPossible - numAwarded),
    numAwardedHardcore: ({ numAwarded, numAwardedHardcore }) =>
      packed.casual.push(numAwarded - numAwardedHardcore),
    mostRecentAwardedAt({ mostRecentAwardedAt: at }) {
      packed.recent.push(at === null ? null : date - at);
      date = at ?? date;
    },
    highestAwardKind({ highestAwardKind: kind }) {
      packed.kinds += kind === null ? 0 : AWARD_KINDS.indexOf(kind) + 1;
    },
    // After mostRecentAwardedAt, which it is close to.
    highestAwardAt: ({ highestAwardAt: at }) => packed.awarded.push(at === null ? null : date - at),
  };
  const packFields = Object.values(packField);
  for (const game of games) {
    for (const pack of packFields) pack(game);
  }
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

/** The number of `/Images/<six digits>.png`, or any other path. */
export function packIcon(path: string): number | string {
  const digits = /^\/Images\/(\d{6})\.png$/.exec(path)?.[1];
  return digits === undefined ? path : Number(digits);
}

/** The path that {@link packIcon} packed. */
export function unpackIcon(icon: number | string): string {
  return typeof icon === "string" ? icon : `/Images/${String(icon).padStart(6, "0")}.png`;
}
