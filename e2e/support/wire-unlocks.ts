import type { WirePlayer, WireRow, WireUnlock } from "./wire-player";

const POINTS = [5, 10, 1, 25, 3, 5, 50, 2, 4, 10, 100];
const derived = new WeakMap<WirePlayer["results"], WireUnlock[]>();

/** A player's unlocks, oldest first: those that were set, else those that the games imply. */
export function unlocksOf({ unlocks, results }: WirePlayer): WireUnlock[] {
  if (unlocks) return unlocks;
  const known = derived.get(results) ?? impliedUnlocks(results);
  derived.set(results, known);
  return known;
}

/** For each game as many unlocks as it counts, 20 minutes apart up to its newest one, of which hardcore ones are first. */
function impliedUnlocks(results: readonly WireRow[]): WireUnlock[] {
  return results
    .flatMap((game) => {
      const count = Number(game.NumAwarded);
      const newest = Date.parse(game.MostRecentAwardedDate ?? "") / 1000;
      if (Number.isNaN(newest)) return [];
      return Array.from({ length: count }, (_, at) =>
        aWireUnlock(newest - (count - 1 - at) * 1200, {
          AchievementID: Number(game.GameID) * 1000 + at,
          HardcoreMode: at < Number(game.NumAwardedHardcore) ? 1 : 0,
          GameID: game.GameID,
          GameTitle: game.Title,
          GameIcon: game.ImageIcon,
          GameURL: `/game/${game.GameID}`,
          ConsoleName: game.ConsoleName,
        }),
      );
    })
    .sort(byDate);
}

/** A hardcore unlock with points that follow from its achievement. */
export function aWireUnlock(at: number, changed: Partial<WireUnlock> = {}): WireUnlock {
  const id = Number(changed.AchievementID ?? 1);
  const points = POINTS[id % POINTS.length] ?? 5;
  const badge = String(10_000 + (id % 300_000));
  return {
    Date: unlockDate(at),
    HardcoreMode: 1,
    AchievementID: id,
    Title: `Achievement & <${id}>`,
    Description: "Do what has to be done",
    BadgeName: badge,
    Points: points,
    TrueRatio: points * (1 + (id % 4)),
    Type: null,
    Author: "SomeDev",
    GameTitle: "Some Game",
    GameIcon: "/Images/065205.png",
    GameID: 1,
    ConsoleName: "PlayStation Portable",
    BadgeURL: `/Badge/${badge}.png`,
    GameURL: "/game/1",
    ...changed,
  };
}

/** This many unlocks over some years, in sessions of 40; the same for the same arguments. Ends on 30 July 2026. */
export function manyUnlocks(count: number, years = 10): WireUnlock[] {
  const end = Date.parse("2026-07-30T20:00:00Z") / 1000;
  const sessions = Math.ceil(count / 40);
  const step = (years * 365.25 * 86_400) / sessions;
  return Array.from({ length: count }, (_, index) => {
    const session = Math.floor(index / 40);
    const game = 1 + 7 * Math.floor(session / 2);
    const at = Math.floor(end - (sessions - session) * step) + (index % 40) * 180;
    return aWireUnlock(at, {
      AchievementID: 1 + index,
      HardcoreMode: index % 12 === 0 ? 0 : 1,
      GameID: game,
      GameURL: `/game/${game}`,
    });
  });
}

/** The unlocks after a casual one became a hardcore one: it is where the hardcore one is in time. */
export function withMove(unlocks: readonly WireUnlock[], id: number, at: number): WireUnlock[] {
  return unlocks
    .map(
      (unlock): WireUnlock =>
        Number(unlock.AchievementID) === id
          ? { ...unlock, HardcoreMode: 1, Date: unlockDate(at) }
          : unlock,
    )
    .sort(byDate);
}

/** The unlocks after an achievement was demoted: RA lists published ones only. */
export function withoutAchievement(unlocks: readonly WireUnlock[], id: number): WireUnlock[] {
  return unlocks.filter(({ AchievementID }) => Number(AchievementID) !== id);
}

function byDate(a: WireUnlock, b: WireUnlock): number {
  if (a.Date !== b.Date) return a.Date < b.Date ? -1 : 1;
  return Number(a.AchievementID) - Number(b.AchievementID);
}

function unlockDate(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");
}
