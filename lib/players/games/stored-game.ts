import { z } from "zod";
import {
  ACHIEVEMENT_TYPES,
  type Achievement,
  type AchievementDates,
  type GameFacts,
  type PlayerInGame,
} from "@/lib/games/achievement";
import { createSealed } from "@/lib/players/filling/sealed";

/** A value, and when RA was asked for it, in epoch milliseconds. */
export interface Dated<Value> {
  value: Value;
  fetchedAt: number;
}

const number = z.number();
const achievement = z
  .tuple([
    number,
    z.string(),
    z.string(),
    number,
    number,
    z.string(),
    z.enum(ACHIEVEMENT_TYPES).nullable(),
    number,
    number,
  ])
  .transform(
    ([
      id,
      title,
      description,
      points,
      retroPoints,
      badgeName,
      type,
      numAwarded,
      numAwardedHardcore,
    ]): Achievement => ({
      ...{ id, title, description, points, retroPoints, badgeName, type },
      ...{ numAwarded, numAwardedHardcore },
    }),
  );
const facts = z.object({
  fetchedAt: number,
  gameId: number,
  parentGameId: number.nullable(),
  players: number,
  achievements: z.array(achievement),
});

const dates = z
  .tuple([number, number, number.nullable()])
  .transform(([achievementId, at, hardcoreAt]): AchievementDates => {
    return { achievementId, at, hardcoreAt };
  });
const played = z.object({ fetchedAt: number, playtimeSeconds: number, dates: z.array(dates) });

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString());

/** The facts of a game: some 60 bytes an achievement, before base64. */
export const sealedFacts = createSealed<Dated<GameFacts>>(
  "lpgf",
  ({ value: { achievements, ...value }, fetchedAt }) =>
    bytesOf({
      fetchedAt,
      ...value,
      achievements: achievements.map((each) => [
        ...[each.id, each.title, each.description, each.points, each.retroPoints],
        ...[each.badgeName, each.type, each.numAwarded, each.numAwardedHardcore],
      ]),
    }),
  {
    1(bytes) {
      const { fetchedAt, ...value } = facts.parse(jsonOf(bytes));
      return { value, fetchedAt };
    },
  },
);

/** What a player has unlocked in a game: some 8 bytes an achievement, before base64. */
export const sealedPlayed = createSealed<Dated<PlayerInGame>>(
  "lpgp",
  ({ value: { playtimeSeconds, dates }, fetchedAt }) =>
    bytesOf({
      fetchedAt,
      playtimeSeconds,
      dates: dates.map(({ achievementId, at, hardcoreAt }) => [achievementId, at, hardcoreAt]),
    }),
  {
    1(bytes) {
      const { fetchedAt, ...value } = played.parse(jsonOf(bytes));
      return { value, fetchedAt };
    },
  },
);
