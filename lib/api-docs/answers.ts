import { z } from "zod";
import { BADGE_KINDS } from "@/lib/domain/badge";
import type { PackedGames } from "@/lib/domain/packed-games";
import { AWARD_KINDS } from "@/lib/domain/player";
import { ACHIEVEMENT_TYPES } from "@/lib/games/achievement";
import type { ListedAchievement, PointsInGame } from "@/lib/games/listed-achievements";
import { EVENT_KINDS } from "@/lib/history/events";
import { PROBLEMS, type ProblemCode } from "@/lib/http/problems";
import type { Counts } from "@/lib/progress/counts";
import type { AwardMonth } from "@/lib/progress/months";
import type { toApiRow, toWireRow } from "@/lib/retroachievements/wire";
import { RARE_PERCENT } from "@/lib/times/rarity";
import type { UnlockSums } from "@/lib/unlocks/day-sums";
import type { PackedLibrary } from "@/lib/views/library";

const count = z.int().min(0);
const awardKind = z
  .enum(AWARD_KINDS)
  .nullable()
  .describe("Highest award of the game, or null. softcore means casual");
const icon = z.string().describe("Path on https://media.retroachievements.org");
const systemName = z.string().nullable();
const maxPossible = count.describe("Achievements in the set; 0 for a retired set");
const numAwarded = count.describe("Unlocked in any mode. Can exceed the set after a revision");
const date = z.iso.datetime({ offset: true }).nullable().describe("UTC, or null");

/** The facts of a game that are the same for all players. */
const gameFacts = {
  gameId: count,
  title: z.string(),
  imageIcon: icon,
  consoleId: count.describe("RetroAchievements' id of the system"),
  consoleName: systemName,
  maxPossible,
};

/** A game in this site's JSON, in the format of `@retroachievements/api`. */
const game = z.object({
  ...gameFacts,
  numAwarded,
  numAwardedHardcore: count,
  mostRecentAwardedDate: date,
  highestAwardKind: awardKind,
  highestAwardDate: date,
}) satisfies z.ZodType<ReturnType<typeof toApiRow>>;

const seconds = count.nullable();
const countOrNull = count.nullable();
const median = seconds.describe("Of all players, in whole minutes");

/** A game with what is known of its time, points and rarity. */
export const timedGame = game.extend({
  isSubset: z
    .boolean()
    .describe("As RetroAchievements links it; by its title where that is unknown"),
  playtimeSeconds: seconds.describe(
    "A base game's includes its subsets. This and all below: null if unknown",
  ),
  firstUnlockDate: date,
  beatenDate: date.describe("In any mode"),
  beatenHardcoreDate: date,
  completedDate: date.describe("All achievements in any mode"),
  masteredDate: date.describe("All achievements in hardcore mode"),
  timeToBeatSeconds: seconds.describe("Playtime until then"),
  timeToBeatHardcoreSeconds: seconds,
  timeToCompleteSeconds: seconds,
  timeToMasterSeconds: seconds,
  points: countOrNull.describe("Hardcore or casual"),
  pointsHardcore: countOrNull,
  retroPoints: countOrNull.describe("Hardcore only"),
  pointsTotal: countOrNull.describe("Of the set"),
  medianTimeToBeatSeconds: median,
  medianTimeToBeatHardcoreSeconds: median,
  medianTimeToCompleteSeconds: median,
  medianTimeToMasterSeconds: median,
  timesMastered: countOrNull.describe("Masteries by all players"),
  playersHardcore: countOrNull,
  rarity: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("Fraction of its hardcore players who have mastered it"),
});

/** A game in the format of RetroAchievements' endpoint. */
const wireGame = z.object({
  GameID: count,
  Title: z.string(),
  ImageIcon: icon,
  ConsoleID: count,
  ConsoleName: systemName,
  MaxPossible: maxPossible,
  NumAwarded: numAwarded,
  NumAwardedHardcore: count,
  MostRecentAwardedDate: date,
  HighestAwardKind: awardKind,
  HighestAwardDate: date,
}) satisfies z.ZodType<ReturnType<typeof toWireRow>>;

/** Games by their highest award. */
const counts = z.object({
  played: count,
  unfinished: count.describe("Without an award; subsets are not counted"),
  beatenCasual: count,
  beaten: count,
  completed: count,
  mastered: count,
}) satisfies z.ZodType<Counts>;

const total = count.describe("Matching games on all pages");
const timesKnown = z
  .boolean()
  .describe(
    "False while no times and rarity are known of the player: then rare-mastered finds no game",
  );

export const completionProgress = z.object({
  count: count.describe("Games in `results`"),
  total: count.describe("Games of the player"),
  results: z.array(game).describe("Latest unlock first"),
});

export const wireCompletionProgress = z.object({
  Count: count.describe("Games in `Results`"),
  Total: count.describe("Games of the player"),
  Results: z.array(wireGame).describe("Latest unlock first"),
});

export const gameList = z.object({
  page: z.int().min(1).describe("The last page if the number is past the end"),
  pages: z.int().min(1),
  total,
  timesKnown,
  counts,
  results: z.array(timedGame).max(100),
});

export const gamesFile = z.object({ total, timesKnown, counts, results: z.array(timedGame) });

const { played: _, ...mix } = counts.shape;
const mixOfAwards = { mastered: count, completed: count, beaten: count, beatenCasual: count };

export const summary = z.object({
  counts,
  systems: z
    .array(z.object({ id: count, name: z.string(), games: count, ...mix }))
    .describe("Most games first"),
  milestones: z
    .array(
      z.object({
        kind: z.enum(AWARD_KINDS),
        which: z
          .union([z.int().min(1), z.literal("latest")])
          .describe("The nth award of its kind, or latest"),
        date: z.iso.datetime(),
        gameId: count,
        title: z.string(),
      }),
    )
    .describe("Newest first"),
  months: z
    .array(
      z.object({
        month: z.string().regex(/^\d{4}-\d\d$/),
        ...mixOfAwards,
      }) satisfies z.ZodType<AwardMonth>,
    )
    .describe("From the first award to the last, oldest first"),
  timesKnown,
  time: z
    .object({
      playtimeSeconds: count.describe(
        "Of the listed games, without subsets, which the base game's includes. The player's pages, cards and comparisons also count games without an unlock, which no list has",
      ),
      games: count.describe("Games with a known playtime"),
      leftSeconds: count.describe(
        "Estimated time to master what is begun: the median of all players, by the share that is missing",
      ),
      leftGames: count.describe("Games that are begun and not mastered"),
      leftEstimated: count.describe("Those of them with a median, which the estimate is made of"),
    })
    .nullable()
    .describe("Null if no times are known"),
  points: z
    .object({
      games: count.describe("Games with known points"),
      points: count.describe("Hardcore or casual"),
      pointsHardcore: count.nullable(),
      pointsTotal: count.describe("Of the sets"),
    })
    .nullable()
    .describe("Null if no points are known"),
});

const year = z.int().describe("UTC");
const isSoFar = z.boolean().describe("The year was not over when the data was read");
const list = z.string().describe("Path of the list with exactly these games");
const figure = z.object({ count, list });

const gameOfYear = { gameId: count, title: z.string() };
const masteryOfYear = z.object({ ...gameOfYear, date: z.iso.datetime().nullable() });
const timedMastery = masteryOfYear
  .extend({ seconds: count.describe("Playtime until then") })
  .nullable();
const standingOut = {
  rarestMastery: masteryOfYear
    .extend({ rarity: z.number().describe("Fraction of its hardcore players who have it") })
    .nullable()
    .describe("Of the games whose times are known, as is each mastery below"),
  fastestMastery: timedMastery,
};

export const years = z.object({
  years: z
    .array(
      z.object({
        year,
        isSoFar,
        awards: count.describe("Of all kinds"),
        ...mixOfAwards,
        ...standingOut,
        page: z.string().describe("Path of the year's page"),
        list,
      }),
    )
    .describe("From the first award to now, oldest first"),
});

const listOfDay = z.string().describe("Path of the day's list");
const awardOfYear = z
  .object({
    ...gameOfYear,
    kind: z.enum(AWARD_KINDS),
    date: z.iso.datetime(),
    list: listOfDay,
  })
  .nullable();
const runOfYear = z
  .object({
    length: count,
    from: z.string(),
    to: z.string(),
    count: count.describe("Awards in the streak"),
    list,
  })
  .nullable();

export const yearReview = z.object({
  year,
  isSoFar,
  awards: figure,
  awardsBefore: figure.nullable().describe("The year before; null in the first year"),
  kinds: z
    .array(
      z.object({
        kind: z.enum(AWARD_KINDS),
        ...figure.shape,
        before: figure.nullable().describe("The year before; null in the first year"),
      }),
    )
    .describe("Best first"),
  months: z
    .array(z.object({ month: z.string().regex(/^\d{4}-\d\d$/), ...mixOfAwards, ...figure.shape }))
    .describe("All twelve months"),
  busiestDay: z
    .object({ day: z.iso.date(), ...figure.shape })
    .nullable()
    .describe("The day with the most awards; the earlier one if tied"),
  longestRunOfDays: runOfYear.describe("Days in a row with an award; the later one if tied"),
  longestRunOfMonths: runOfYear.describe("The same for months"),
  firstAward: awardOfYear,
  lastAward: awardOfYear.describe("Null if there is only one"),
  systems: z
    .array(
      z.object({
        id: count,
        name: z.string(),
        isNew: z.boolean().describe("The first award on this system was in this year"),
        ...mixOfAwards,
        ...figure.shape,
      }),
    )
    .describe("Most awards first"),
  largestMastered: z
    .array(z.object({ ...gameOfYear, maxPossible }))
    .max(5)
    .describe("Mastered sets with the most achievements"),
  milestones: z
    .array(
      z.object({
        ...gameOfYear,
        kind: z.enum(AWARD_KINDS),
        which: z.int().min(1).describe("The nth award of its kind in the whole library"),
        date: z.iso.datetime(),
        list: listOfDay,
      }),
    )
    .describe("Reached in the year, oldest first"),
  shelf: z.object({
    kind: z.enum(["chosen", "mastered", "awarded", "played"]),
    games: z.array(z.object(gameOfYear)).max(10),
  }),
  played: figure.describe("Games whose award or latest unlock is in the year"),
  begun: figure.describe("Those of them without an award"),
  ...standingOut,
  longestMastery: timedMastery,
  masteredLater: z
    .array(
      z.object({
        ...gameOfYear,
        isHardcore: z.boolean(),
        beatenDate: z.iso.datetime(),
        masteredDate: z.iso.datetime(),
      }),
    )
    .describe("Beaten in this year and mastered in a later one, newest first"),
});

const offset = z.int().nullable();

export const library = z.object({
  profile: z.object({
    name: z.string(),
    ulid: z.string(),
    avatarPath: z.string(),
    memberSince: z.int().describe("Epoch seconds"),
    points: count,
    casualPoints: count,
    retroPoints: count,
    motto: z.string(),
    lastSeen: z
      .string()
      .describe("The last rich presence message, of an unknown date; empty if there is none"),
    lastGameId: count
      .nullable()
      .describe("The game of `lastSeen`, which may not be among `games`; null if unknown"),
  }),
  checkedAt: z.int().describe("When the data was read, in epoch milliseconds"),
  refreshError: z.string().nullable().describe("Why the last refresh failed, or null"),
  games: z
    .object({
      ids: z.array(count),
      titles: z.array(z.string()),
      icons: z
        .array(z.union([count, z.string()]))
        .describe("The number in /Images/<six digits>.png, or a path"),
      systems: z.array(z.tuple([count, systemName])),
      systemAt: z.array(count).describe("Index in `systems`"),
      possible: z.array(count),
      missing: z.array(z.int()).describe("Not unlocked yet"),
      casual: z.array(z.int()).describe("Unlocked in casual mode only"),
      recent: z.array(offset).describe("Latest unlock, in seconds after that of the previous game"),
      kinds: z
        .string()
        .describe(
          "One digit per game: 0 without an award, or 1 to 4 in the order of the award kinds",
        ),
      awarded: z.array(offset).describe("Seconds from the award to the latest unlock"),
    })
    .describe("Columns with one value per game"),
  times: z
    .object({
      began: z.array(offset).describe("Seconds from the first unlock to the latest"),
      played: z.array(seconds),
      after: z.array(offset).describe("Seconds of play after the highest award"),
      points: z.array(countOrNull).describe("Points of the set"),
      missing: z.array(offset).describe("Points not won"),
      players: z.array(countOrNull).describe("Hardcore players"),
      mastered: z.array(countOrNull).describe("Masteries by all players"),
      subsets: z
        .string()
        .describe("One digit per game: 0 if unknown, 1 for a core set, 2 for a subset"),
    })
    .optional()
    .describe("Columns beside those of `games`; not there if no times are known"),
}) satisfies z.ZodType<Omit<PackedLibrary, "refreshError"> & { games: Required<PackedGames> }>;

const ofEach = "In the order of `players`";

export const comparison = z.object({
  players: z
    .array(
      z.object({
        name: z.string(),
        ulid: z.string(),
        points: count.describe("Hardcore points"),
        casualPoints: count,
        retroPoints: count,
        counts,
        averageWon: z
          .number()
          .describe(
            "Average completion as a fraction. As on RetroAchievements, only sets with six or more achievements count, and no subsets",
          ),
        time: z
          .object({
            playtimeSeconds: count.describe(
              "Of all games, also those without an unlock, and without subsets, which the base game's includes",
            ),
            games: count.describe("Games with a known playtime"),
          })
          .nullable()
          .describe("Null if unknown"),
        rareMasteries: countOrNull.describe(
          `Masteries that at most ${RARE_PERCENT}% of a game's hardcore players have; null if unknown`,
        ),
        fastestToMaster: count.describe("Games in which `fastestToMaster` is this player"),
        checkedAt: z.iso.datetime().describe("When the data was read"),
      }),
    )
    .describe("In the order of the request, each once"),
  overlap: z.object({
    all: count.describe("Games that anyone plays, without Events"),
    both: count.describe("Games that everyone plays"),
    even: count.describe("Shared games without a leader"),
    ahead: z.array(count).describe(`${ofEach}: games in which each player leads`),
    only: z.array(count).describe(`${ofEach}: games that only this player plays`),
  }),
  months: z
    .array(
      z.object({
        month: z.string().regex(/^\d{4}-\d\d$/),
        players: z.array(z.object(mixOfAwards)).describe(ofEach),
      }),
    )
    .describe("From the first award to the last, oldest first"),
  systems: z
    .array(
      z.object({
        id: count,
        name: z.string(),
        players: z.array(z.object({ games: count, ...mix })).describe(ofEach),
      }),
    )
    .describe("Most games in total first"),
  worthATry: z
    .array(
      z
        .array(
          z.object({
            gameId: count,
            title: z.string(),
            won: z.number().describe("Completion as a fraction"),
            missing: count,
            masteredBy: z.array(z.string()).describe("Names"),
          }),
        )
        .max(5),
    )
    .describe(`${ofEach}: started by this player, mastered by another, most complete first`),
  page: z.int().min(1).describe("The last page if the number is past the end"),
  pages: z.int().min(1),
  total,
  results: z
    .array(
      z.object({
        ...gameFacts,
        leader: z
          .string()
          .nullable()
          .describe("Name of the leader; null if tied or if only one plays"),
        rarity: z
          .number()
          .min(0)
          .max(1)
          .nullable()
          .describe("Fraction of its hardcore players who have mastered it; null if unknown"),
        fastestToMaster: z
          .string()
          .nullable()
          .describe(
            "Name of the player who mastered it in the least time; null if tied or if fewer than two times are known",
          ),
        progress: z
          .array(
            z
              .object({
                numAwarded,
                numAwardedHardcore: count,
                maxPossible,
                mostRecentAwardedDate: date,
                highestAwardKind: awardKind,
                highestAwardDate: date,
                playtimeSeconds: seconds.describe("Null if unknown"),
                timeToMasterSeconds: seconds.describe(
                  "Playtime until the mastery; null if unknown, or if the set has grown since",
                ),
              })
              .nullable(),
          )
          .describe(`${ofEach}; null for players without the game`),
      }),
    )
    .max(100),
});

const day = z.iso.date().describe("UTC");
const moment = z.iso.datetime({ offset: true });
const ofSome = (kinds: string) => `Only ${kinds}`;
const wonThere = {
  hardcore: count.describe("Hardcore achievements"),
  casual: count.describe("Casual-only achievements"),
};

const happening = z.object({
  kind: z.enum(EVENT_KINDS),
  gameId: count.optional().describe("All kinds except achievements and renamed"),
  title: z
    .string()
    .nullable()
    .optional()
    .describe("Current title; null if the game left the list and its title is unknown"),
  award: awardKind.optional().describe(ofSome("award, whole-again and reset (the lost one)")),
  raisedFrom: awardKind.optional().describe(`${ofSome("award")}: the award before`),
  awardDate: date.optional().describe(ofSome("award")),
  hardcore: wonThere.hardcore.optional().describe(ofSome("achievements")),
  casual: wonThere.casual.optional().describe(ofSome("achievements")),
  games: z
    .array(z.object({ gameId: count, title: z.string().nullable(), ...wonThere }))
    .optional()
    .describe(`${ofSome("achievements")}: by game, most first`),
  maxPossibleBefore: count.optional().describe(ofSome("revised")),
  maxPossible: count.optional().describe(ofSome("revised")),
  brokenAward: awardKind
    .optional()
    .describe(`${ofSome("revised")}: the award that is no longer complete`),
  won: z
    .number()
    .optional()
    .describe(`${ofSome("revised")}: completion now, as a fraction`),
  lost: count.optional().describe(`${ofSome("reset")}: achievements in any mode`),
  lostHardcore: count.optional().describe(ofSome("reset")),
  nameBefore: z.string().optional().describe(ofSome("renamed")),
  name: z.string().optional().describe(ofSome("renamed")),
});

export const history = z.object({
  isKept: z.boolean().describe("The history survives a restart of the site"),
  startedAt: moment.nullable().describe("When tracking started; null without a history"),
  from: day,
  to: day,
  unreadable: z.array(day).describe("Days with a damaged record"),
  days: z
    .array(
      z.object({
        day,
        since: moment.describe("When the previous state was read, perhaps days earlier"),
        checkedAt: moment.describe("When the last state of the day was read"),
        startsAnew: z.boolean().describe("Changes before this day are unknown"),
        happenings: z.array(happening).describe("Most important first"),
        gained: z
          .object({ points: z.int(), casualPoints: z.int(), retroPoints: z.int() })
          .describe("Negative after a reset or a revision"),
        totals: z
          .object({
            ...counts.shape,
            points: count,
            casualPoints: count,
            retroPoints: count,
            achievements: count.describe("Hardcore, in all games"),
            casualAchievements: count.describe("Casual only"),
          })
          .describe("At the end of the day"),
      }),
    )
    .describe("Oldest first. Events of a day without data are in the next day"),
});

const unlocksRead = {
  since: z
    .int()
    .nullable()
    .describe("The first year whose unlocks are known here; null if there is none"),
  isComplete: z.boolean().describe("False while older unlocks are still being read"),
};
const timeZone = z.string().describe("IANA name of the time zone of the days");
const unlockSums = {
  achievements: count.describe("Hardcore or casual"),
  hardcore: count,
  points: count.describe("Hardcore or casual"),
  retroPoints: count.describe("Hardcore only"),
  games: count.describe("With an unlock on that day"),
} satisfies Record<keyof UnlockSums, z.ZodType>;

export const unlocks = z.object({
  year: year.describe("UTC, or of the day"),
  day: z.iso.date().optional().describe("If you ask for a day"),
  timeZone: timeZone.optional(),
  ...unlocksRead,
  page: z.int().min(1).describe("The last page if the number is past the end"),
  pages: z.int().min(1),
  total: count.describe("Unlocks of the year or day on all pages"),
  results: z
    .array(
      z.object({
        achievementId: count,
        title: z.string().nullable(),
        badge: icon.nullable(),
        gameId: count,
        gameTitle: z.string().nullable().describe("Null if the game left the list"),
        points: count,
        retroPoints: count,
        isHardcore: z.boolean(),
        date: z.iso
          .datetime()
          .describe("Of the hardcore unlock, if there is one. A casual one before is not listed"),
      }),
    )
    .max(500)
    .describe("Newest first. Events and demoted achievements are left out"),
});

export const unlockDays = z.object({
  year: z.int(),
  timeZone: timeZone.describe(
    "The time zone of the days. UTC, whatever you ask for, in years of which only sums are kept",
  ),
  ...unlocksRead,
  days: z
    .array(z.object({ day: z.iso.date(), ...unlockSums }))
    .max(366)
    .describe("Days with an unlock, oldest first"),
});

/** An achievement of a game with a player's date. */
const achievement = z.object({
  id: count,
  title: z.string(),
  description: z.string(),
  points: count,
  retroPoints: count,
  badge: icon,
  type: z
    .enum(ACHIEVEMENT_TYPES)
    .nullable()
    .describe("Needed to beat the game (win_condition: ends it), or easily missed"),
  numAwarded: count.describe("Players who have it in any mode"),
  numAwardedHardcore: count,
  rarity: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("The part of the game's players who have it in hardcore mode"),
  date: date.describe("When the player unlocked it, in hardcore mode if so; null if locked"),
  isHardcore: z.boolean(),
} satisfies Record<keyof ListedAchievement, z.ZodType>);

export const gameOfPlayer = z.object({
  user: z.string(),
  ulid: z.string(),
  game: timedGame,
  checkedAt: date.describe("When RetroAchievements was asked about the achievements"),
  parentGameId: count.nullable().describe("The base game of a subset"),
  players: count.nullable().describe("Players of the game"),
  playtimeSeconds: count.nullable().describe("Null if it is not known"),
  points: z.object({
    possible: count,
    won: count.describe("Hardcore or casual"),
    wonHardcore: count,
  } satisfies Record<keyof PointsInGame, z.ZodType>),
  achievements: z
    .array(achievement)
    .describe("Unlocked ones first, newest first; then locked ones in RetroAchievements' order"),
  page: z.string().describe("Path of the game's page"),
});

export const awards = z.object({
  user: z.string(),
  ulid: z.string(),
  checkedAt: date.describe("When RetroAchievements was asked; null if it could not be asked yet"),
  total: count,
  results: z
    .array(
      z.object({
        kind: z.enum(BADGE_KINDS),
        title: z.string().describe("The event's title, or what the site awards the badge for"),
        date: z.iso.datetime(),
        icon: icon.nullable().describe("Null if it has no picture"),
      }),
    )
    .describe("Newest first. Hidden badges are left out"),
});

const streak = z.object({ days: count, from: z.iso.date(), to: z.iso.date() }).nullable();

export const streaks = z.object({
  timeZone,
  today: z.iso.date(),
  ...unlocksRead,
  current: streak.describe("Ends today or yesterday; null if there is none"),
  longest: streak.describe("The later one if tied"),
  daysPlayed: count.describe("Days with an unlock"),
});

export const badge = z.object({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string(),
  color: z.string(),
  isError: z.literal(true).optional().describe("There is no figure; message says why"),
});

export const oEmbed = z.object({
  version: z.literal("1.0"),
  type: z.enum(["photo", "rich"]).describe("photo for a card, rich for a player's page"),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int(),
  title: z.string(),
  author_name: z.string(),
  author_url: z.string(),
  width: count,
  height: count,
  url: z.string().optional().describe("Only photo"),
  html: z.string().optional().describe("Only rich: an iframe"),
});

export const health = z.object({
  status: z
    .enum(["ok", "degraded"])
    .describe("degraded if the store, the history or the key failed at the last try"),
  version: z.string(),
  store: z.enum(["vercel-kv", "embedded"]),
  storeStatus: z
    .enum(["unknown", "ok", "failing"])
    .describe("Result of the last commands of this process"),
  history: z
    .object({
      kept: z.boolean(),
      why: z
        .enum(["memory", "in-use", "damaged", "unusable", "failing"])
        .optional()
        .describe(
          "Why not: no store and no disk, folder in use by another process, damaged, not writable, or the last write failed",
        ),
    })
    .describe("Whether permanent data survives a restart"),
  upstream: z.enum(["retroachievements", "demo"]),
  upstreamGate: z
    .enum(["open", "shut"])
    .describe("shut while this process sends RetroAchievements no requests"),
  upstreamKey: z
    .enum(["unknown", "accepted", "refused"])
    .describe("Whether RetroAchievements accepted the key last time"),
  upstreamV2: z
    .enum(["on", "off", "refused"])
    .describe(
      "Whether times come from RetroAchievements' API v2; refused: it did not accept the key last time",
    ),
  warnings: z.array(z.string()).describe("Failures and missing settings"),
});

export const watchRun = z.object({
  same: count.describe("Players without changes"),
  read: count.describe("Players who were refreshed"),
  dropped: count.describe("Players who no longer exist; they are not checked again"),
  left: count.describe("Players still due today, for the next run"),
  stoppedBy: z
    .string()
    .nullable()
    .describe("Why the run ended early, such as busy: the rest of the budget is for visitors"),
});

/** A problem (RFC 9457). */
const problem = z.object({
  type: z.string().describe("Where it is explained"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("For people"),
  code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]).describe("For programs; stable"),
  errors: z
    .array(
      z.object({
        name: z.string(),
        reason: z.string(),
        allowed: z.array(z.string()).optional().describe("All values, if there are few"),
      }),
    )
    .optional()
    .describe("Only invalid-parameters: every bad one"),
  users: z.array(z.string()).optional().describe("Only comparisons: the players it is about"),
  years: z.array(z.int()).optional().describe("Only year-not-found: the existing years"),
});

/** RetroAchievements' answer to bad parameters. */
export const wireInvalid = z.object({
  message: z.string(),
  errors: z.record(z.string(), z.array(z.string())),
});

/** An error in RetroAchievements' format. */
export const wireError = z.object({
  message: z.string(),
  errors: z.array(z.object({ status: z.string(), code: z.string(), title: z.string() })),
});

/** The named schemas of the OpenAPI document, by name. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Game: game,
  TimedGame: timedGame,
  GameOfRetroAchievements: wireGame,
  Counts: counts,
  CompletionProgress: completionProgress,
  CompletionProgressOfRetroAchievements: wireCompletionProgress,
  GameList: gameList,
  GamesFile: gamesFile,
  Summary: summary,
  Comparison: comparison,
  Years: years,
  YearReview: yearReview,
  History: history,
  GameOfPlayer: gameOfPlayer,
  Achievement: achievement,
  Unlocks: unlocks,
  UnlockDays: unlockDays,
  Streaks: streaks,
  Awards: awards,
  Library: library,
  Badge: badge,
  OEmbed: oEmbed,
  Health: health,
  WatchRun: watchRun,
  Problem: problem,
  InvalidOfRetroAchievements: wireInvalid,
  ErrorOfRetroAchievements: wireError,
};
