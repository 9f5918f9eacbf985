import { EVENTS_SYSTEM_ID, type Player, type Profile } from "@/lib/domain/player";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import type { AchievementDates, GameOfPlayer } from "@/lib/games/achievement";
import type {
  GamePoints,
  PlayerRank,
  RetroAchievements,
  UnlockPage,
  V2Unavailable,
} from "@/lib/retroachievements/retroachievements";
import { demoGame } from "./achievements";
import { demoAwards } from "./awards";
import { withCommonGames } from "./common-games";
import { makeLibrary } from "./library";
import { randomFrom } from "./random";
import { demoUnlocks } from "./unlocks";

interface DemoPlayer {
  profile: Profile;
  size: number;
  /** Time of the newest unlock, in epoch seconds. */
  lastUnlock: number;
}

const seconds = (moment: string) => Date.parse(moment) / 1000;

const DEMO_PLAYERS: DemoPlayer[] = [
  {
    profile: {
      name: "LampLighter",
      ulid: "01HDEM0AMP11GHTERX0000Z7Q1",
      avatarPath: "/UserPic/LampLighter.png",
      memberSince: seconds("2016-03-12T18:22:41Z"),
      points: 214_860,
      casualPoints: 4315,
      retroPoints: 703_412,
      motto: "One more run, then bed. Très sérieux.",
      lastSeen: "In the walled garden, 3 of 4 compasses, 12 lives",
      lastGameId: 1328,
    },
    size: 1312,
    lastUnlock: seconds("2026-11-22T21:47:09Z"),
  },
  {
    profile: {
      name: "CoOpCarla",
      ulid: "01HDEM0C00PCAR1AXX000000R4",
      avatarPath: "/UserPic/CoOpCarla.png",
      memberSince: seconds("2018-05-19T14:03:27Z"),
      points: 118_730,
      casualPoints: 9240,
      retroPoints: 331_905,
      motto: "Player two, ready.",
      lastSeen: "Stage 4-2, two players, 61,300 points",
      lastGameId: 1489,
    },
    size: 640,
    lastUnlock: seconds("2026-11-21T19:26:44Z"),
  },
  {
    profile: {
      name: "WeekendWilma",
      ulid: "01J2DEM0WEEKENDW11MAX000K8",
      avatarPath: "/UserPic/WeekendWilma.png",
      memberSince: seconds("2025-08-02T09:10:11Z"),
      points: 1210,
      casualPoints: 364,
      retroPoints: 2087,
      motto: "",
      lastSeen: "Arena 7 of 9, 38 wins, armor at 12%",
      lastGameId: 1335,
    },
    size: 12,
    lastUnlock: seconds("2026-11-15T16:03:30Z"),
  },
  {
    profile: {
      name: "FirstBoot",
      ulid: "01K9DEM0F1RSTB00TXX0000PV3",
      avatarPath: "/UserPic/FirstBoot.png",
      memberSince: seconds("2026-11-20T07:45:00Z"),
      points: 0,
      casualPoints: 0,
      retroPoints: 0,
      motto: "Where do I plug this in?",
      lastSeen: "",
      lastGameId: null,
    },
    size: 0,
    lastUnlock: 0,
  },
];

const NO_GAME = { facts: { achievements: [] }, own: { dates: [] } };
const NO_UNLOCKS: UnlockPage = { unlocks: [], names: [], next: null, isCut: false };

/** Demo players have their times at once. */
const V2_OFF: V2Unavailable = { state: "unavailable", reason: "off" };

/** The names of the demo players, the largest library first. */
export const DEMO_USERS: string[] = DEMO_PLAYERS.map(({ profile }) => profile.name);

/**
 * The upstream of a site without a key: built-in players, always the same. `fetchPlayer` throws `PlayerNotFound` for any
 * other name.
 *
 * @param now epoch milliseconds
 */
export function createDemo(now: () => number = Date.now): RetroAchievements {
  const made = new Map<DemoPlayer, Omit<Player, "checkedAt">>();
  function playerOf(user: string) {
    const found = find(user);
    const player = made.get(found) ?? make(found);
    made.set(found, player);
    return player;
  }
  return {
    mode: "demo",
    hasV2: false,
    isV2Refused: () => false,
    async fetchPlayer(user) {
      const checkedAt = now();
      return { player: { ...playerOf(user), checkedAt }, readWholeAt: checkedAt };
    },
    hasNews: async () => false,
    async fetchUserProgress(user, gameIds) {
      if (!findOrNone(user)) return [];
      const player = playerOf(user);
      return [...new Set(gameIds)].map((id) => pointsOf(demoGame(player, id), id));
    },
    fetchPair: async (user) => find(user).profile,
    fetchGameOfPlayer: async (user, gameId) =>
      findOrNone(user) ? demoGame(playerOf(user), gameId) : null,
    fetchAwards: async (user) => demoAwards(find(user).profile.name),
    async *fetchUnlocks(user, { from, to }) {
      if (!findOrNone(user)) return yield NO_UNLOCKS;
      const player = playerOf(user);
      const { unlocks, names } = demoUnlocks(player);
      const events = player.games.filter(({ systemId }) => systemId === EVENTS_SYSTEM_ID);
      const eventIds = new Set(events.map(({ id }) => id));
      const isWithin = (index: number) => {
        const { at, gameId } = unlocks[index] ?? { at: 0, gameId: 0 };
        return at >= from && at <= to && !eventIds.has(gameId);
      };
      yield {
        ...NO_UNLOCKS,
        unlocks: unlocks.filter((_, index) => isWithin(index)),
        names: names.filter((_, index) => isWithin(index)),
      };
    },
    async *fetchPlayerGames() {
      yield V2_OFF;
    },
    async *fetchPlayerAchievementSets() {
      yield V2_OFF;
    },
    fetchPlayerRank: async () => V2_OFF,
    fetchRank: async (user) => rankOf(find(user)),
  };
}

function pointsOf(game: GameOfPlayer | null, gameId: number): GamePoints {
  const { facts, own } = game ?? NO_GAME;
  const points = new Map(facts.achievements.map((each) => [each.id, each.points]));
  const sum = (dates: readonly AchievementDates[]) =>
    dates.reduce((total, { achievementId }) => total + (points.get(achievementId) ?? 0), 0);
  return {
    gameId,
    possible: facts.achievements.reduce((total, each) => total + each.points, 0),
    won: sum(own.dates),
    wonHardcore: sum(own.dates.filter(({ hardcoreAt }) => hardcoreAt !== null)),
  };
}

function findOrNone(user: string): DemoPlayer | undefined {
  const wanted = user.toLowerCase();
  return DEMO_PLAYERS.find(
    ({ profile }) => profile.name.toLowerCase() === wanted || profile.ulid.toLowerCase() === wanted,
  );
}

function find(user: string): DemoPlayer {
  const found = findOrNone(user);
  if (!found) throw new PlayerNotFound();
  return found;
}

/** A made-up rank: the more points, the better. */
function rankOf({ profile }: DemoPlayer): PlayerRank {
  const rank = Math.round(40_000_000 / (profile.points + 400));
  return {
    hardcore: profile.points > 0 ? { rank, of: 96_340 } : null,
    casual: null,
    playing: null,
  };
}

function make({ profile, size, lastUnlock }: DemoPlayer): Omit<Player, "checkedAt"> {
  const span = { from: profile.memberSince + 3600, to: lastUnlock };
  const games = makeLibrary(randomFrom(profile.name), size, span);
  const [largest] = DEMO_PLAYERS;
  // Friends play the same games.
  const isFriend = largest !== undefined && profile !== largest.profile;
  return { profile, games: isFriend ? withCommonGames(games, make(largest).games) : games };
}
