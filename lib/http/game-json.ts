import type { z } from "zod";
import type { gameOfPlayer } from "@/lib/api-docs/answers";
import type { Game, Player } from "@/lib/domain/player";
import { listAchievements, pointsInGame } from "@/lib/games/listed-achievements";
import type { LoadedGame } from "@/lib/players/games/load-game";
import type { GameTime } from "@/lib/times/game-time";
import { timedGameJson } from "./list-json";
import type { Parsed } from "./problem";

/** RA's id of a game in the path of a route or page; null if it is none. */
export function readGameId(segment: string): number | null {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null;
}

/** For a route whose path ends in a game's id. */
export function readGamePath(
  _: URLSearchParams,
  { id = "" }: Readonly<Record<string, string>>,
): Parsed<number> {
  const query = readGameId(id);
  return query === null
    ? { errors: [{ name: "id", reason: "must be RetroAchievements' id of a game: 1446" }] }
    : { query };
}

/** The game of a player's list; null if it is not there. */
export function findGame({ games }: Pick<Player, "games">, gameId: number): Game | null {
  return games.find(({ id }) => id === gameId) ?? null;
}

/**
 * A player's game with its achievements as JSON.
 *
 * @param times of the player's games, empty where none are known
 */
export function gameJson(
  { profile }: Player,
  game: Game,
  { game: played, checkedAt }: LoadedGame,
  times: ReadonlyMap<number, GameTime>,
): z.infer<typeof gameOfPlayer> {
  const achievements = played ? listAchievements(played) : [];
  return {
    user: profile.name,
    ulid: profile.ulid,
    game: timedGameJson(game, times),
    checkedAt: checkedAt === null ? null : new Date(checkedAt).toISOString(),
    parentGameId: played?.facts.parentGameId ?? null,
    players: played?.facts.players ?? null,
    playtimeSeconds: played?.own.playtimeSeconds || null,
    points: pointsInGame(achievements),
    achievements,
    page: `/user/${profile.name}/game/${game.id}`,
  };
}
