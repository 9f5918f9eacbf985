import { aWirePlayer, type WirePlayer, type WireRow } from "./wire-player";

/** Chance that is the same for the same seed: from 0 up to 1 (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A player whose library goes on as a player's does, and as RetroAchievements changes its sets. */
export interface PlayedYear {
  /** Something happens, or nothing, at this time in epoch milliseconds. */
  goOn(at: number): void;
  rename(name: string): void;
  /** The player as RetroAchievements describes them now. */
  player(): WirePlayer;
}

/** Begins with some games. The same seed gives the same year. */
export function aPlayedYear(name: string, games: number, chance: () => number): PlayedYear {
  const start = aWirePlayer({ name, games, seed: 5 });
  let { profile } = start;
  let rows = start.results.map((row) => ({ ...row }));
  let formerNames: string[] = [];
  let nextId = 1_000_000;
  const below = (count: number) => Math.floor(chance() * count);
  const pick = () => rows[below(rows.length)];

  function win(row: WireRow, count: number, at: number): void {
    const possible = Number(row.MaxPossible);
    const left = Math.max(0, possible - Number(row.NumAwarded));
    const won = Math.min(left, count);
    if (won === 0) return;
    const hardcore = chance() < 0.8 ? won : 0;
    row.NumAwarded = Number(row.NumAwarded) + won;
    row.NumAwardedHardcore = Number(row.NumAwardedHardcore) + hardcore;
    row.MostRecentAwardedDate = dateOf(at);
    const isWhole = row.NumAwarded >= possible;
    if (isWhole)
      row.HighestAwardKind = row.NumAwardedHardcore >= possible ? "mastered" : "completed";
    else if (row.HighestAwardKind === null && row.NumAwarded * 2 > possible) {
      row.HighestAwardKind = hardcore > 0 ? "beaten-hardcore" : "beaten-softcore";
    }
    if (row.HighestAwardKind !== null) row.HighestAwardDate = dateOf(at);
    const points = (of: number | string | null, more: number) => Number(of) + more;
    profile = {
      ...profile,
      TotalPoints: points(profile.TotalPoints, hardcore * 7),
      TotalSoftcorePoints: points(profile.TotalSoftcorePoints, (won - hardcore) * 5),
      TotalTruePoints: points(profile.TotalTruePoints, hardcore * 19),
    };
    rows = [row, ...rows.filter((each) => each !== row)];
  }

  function begin(at: number): void {
    const row: WireRow = {
      ...(start.results[0] as WireRow),
      GameID: nextId++,
      Title: `A New Game ${nextId}`,
      MaxPossible: 6 + below(60),
      NumAwarded: 0,
      NumAwardedHardcore: 0,
      HighestAwardKind: null,
      HighestAwardDate: null,
    };
    rows = [row, ...rows];
    win(row, 1 + below(5), at);
  }

  function changeSet(row: WireRow): void {
    const luck = chance();
    if (luck < 0.6) {
      row.MaxPossible = Math.max(6, Number(row.MaxPossible) + below(15) - 4);
    } else if (luck < 0.75) {
      row.MaxPossible = 0;
      row.NumAwarded = 0;
      row.NumAwardedHardcore = 0;
    } else if (luck < 0.85) {
      if (Number(row.MaxPossible) === 0) row.MaxPossible = 20;
    } else if (luck < 0.95) {
      row.NumAwarded = 0;
      row.NumAwardedHardcore = 0;
      row.HighestAwardKind = null;
      row.HighestAwardDate = null;
    } else rows = rows.filter((each) => each !== row);
  }

  return {
    goOn(at) {
      const luck = chance();
      if (luck < 0.15) begin(at);
      for (let plays = below(3); plays > 0; plays--) {
        const row = pick();
        if (row) win(row, 1 + below(6), at);
      }
      const row = pick();
      if (row && chance() < 0.1) changeSet(row);
    },
    rename(newName) {
      formerNames = [...formerNames, String(profile.User)];
      profile = { ...profile, User: newName };
    },
    player: () => ({ profile, results: rows.map((row) => ({ ...row })), formerNames }),
  };
}

function dateOf(epochMilliseconds: number): string {
  return `${new Date(epochMilliseconds).toISOString().slice(0, 19)}+00:00`;
}
