import { z } from "zod";
import type { PackedGames } from "@/lib/domain/packed-games";
import { AWARD_KINDS } from "@/lib/domain/player";
import { EVENT_KINDS } from "@/lib/history/events";
import { PROBLEMS, type ProblemCode } from "@/lib/http/problems";
import type { Counts } from "@/lib/progress/counts";
import type { AwardMonth } from "@/lib/progress/months";
import type { toApiRow, toWireRow } from "@/lib/retroachievements/wire";
import type { PackedLibrary } from "@/lib/views/library";

const count = z.int().min(0);
const awardKind = z
  .enum(AWARD_KINDS)
  .nullable()
  .describe(
    "The highest award of the game; null without one. softcore is what people call casual.",
  );
const icon = z.string().describe("Path below https://media.retroachievements.org");
const systemName = z.string().nullable();
const maxPossible = count.describe("Achievements in the set now; 0 for a retired one");
const numAwarded = count.describe(
  "Unlocked in any mode; more than there are, if the set was revised",
);
const date = z.iso.datetime({ offset: true }).nullable().describe("UTC; null where there is none");

/** What of a game is the same for all players. */
const gameFacts = {
  gameId: count,
  title: z.string(),
  imageIcon: icon,
  consoleId: count.describe("RetroAchievements' id of the system"),
  consoleName: systemName,
  maxPossible,
};

/** A game as this site's JSON has it, in the shape of `@retroachievements/api`. */
const game = z.object({
  ...gameFacts,
  numAwarded,
  numAwardedHardcore: count,
  mostRecentAwardedDate: date,
  highestAwardKind: awardKind,
  highestAwardDate: date,
}) satisfies z.ZodType<ReturnType<typeof toApiRow>>;

/** A game as RetroAchievements' own endpoint has it. */
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
  unfinished: count.describe("Without an award; subsets are not counted here"),
  beatenCasual: count,
  beaten: count,
  completed: count,
  mastered: count,
}) satisfies z.ZodType<Counts>;

const total = count.describe("Games that are found, on all pages");

export const completionProgress = z.object({
  count: count.describe("Games in `results`"),
  total: count.describe("Games of the player"),
  results: z.array(game).describe("Newest unlock first"),
});

export const wireCompletionProgress = z.object({
  Count: count.describe("Games in `Results`"),
  Total: count.describe("Games of the player"),
  Results: z.array(wireGame).describe("Newest unlock first"),
});

export const gameList = z.object({
  page: z.int().min(1).describe("The last one, if one beyond was asked for"),
  pages: z.int().min(1),
  total,
  counts,
  results: z.array(game).max(100),
});

export const gamesFile = z.object({ total, counts, results: z.array(game) });

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
          .describe("The nth award of its kind, or the latest one"),
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
    .describe("Every month from the first award to the last, oldest first"),
});

const year = z.int().describe("Of the UTC calendar");
const isSoFar = z
  .boolean()
  .describe("Whether the year was not over when RetroAchievements was asked");
const list = z.string().describe("Path of the list that holds exactly these games");
const figure = z.object({ count, list });

export const years = z.object({
  years: z
    .array(
      z.object({
        year,
        isSoFar,
        awards: count.describe("Of all kinds"),
        ...mixOfAwards,
        page: z.string().describe("Path of the page about the year"),
        list,
      }),
    )
    .describe("From that of the first award to this one, oldest first"),
});

const gameOfYear = { gameId: count, title: z.string() };
const listOfDay = z.string().describe("Path of the list of the day");
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
    count: count.describe("Awards in the run"),
    list,
  })
  .nullable();

export const yearReview = z.object({
  year,
  isSoFar,
  awards: figure,
  awardsBefore: figure.nullable().describe("Of the year before; null in the first one"),
  kinds: z
    .array(
      z.object({
        kind: z.enum(AWARD_KINDS),
        ...figure.shape,
        before: figure.nullable().describe("Of the year before; null in the first one"),
      }),
    )
    .describe("Best first"),
  months: z
    .array(z.object({ month: z.string().regex(/^\d{4}-\d\d$/), ...mixOfAwards, ...figure.shape }))
    .describe("All twelve"),
  busiestDay: z
    .object({ day: z.iso.date(), ...figure.shape })
    .nullable()
    .describe("The day with the most awards, the earlier of two that are equal"),
  longestRunOfDays: runOfYear.describe(
    "Days on end with an award in each, the later of two runs that are equally long",
  ),
  longestRunOfMonths: runOfYear.describe("The same of months"),
  firstAward: awardOfYear,
  lastAward: awardOfYear.describe("Null if the first is the only one"),
  systems: z
    .array(
      z.object({
        id: count,
        name: z.string(),
        isNew: z.boolean().describe("Whether there was no award on it before"),
        ...mixOfAwards,
        ...figure.shape,
      }),
    )
    .describe("Most awards first"),
  largestMastered: z
    .array(z.object({ ...gameOfYear, maxPossible }))
    .max(5)
    .describe("The mastered sets with the most achievements"),
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
    .describe("Passed in the year, oldest first"),
  shelf: z.object({
    kind: z.enum(["chosen", "mastered", "awarded", "played"]),
    games: z.array(z.object(gameOfYear)).max(10),
  }),
  played: figure.describe("Games whose award or newest unlock is of the year"),
  begun: figure.describe("Of these, the ones without any award"),
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
  checkedAt: z.int().describe("When RetroAchievements was asked, in epoch milliseconds"),
  refreshError: z
    .string()
    .nullable()
    .describe("Why RetroAchievements could not be asked again since; null if it could"),
  games: z
    .object({
      ids: z.array(count),
      titles: z.array(z.string()),
      icons: z
        .array(z.union([count, z.string()]))
        .describe("The number of /Images/<six digits>.png, or another path"),
      systems: z.array(z.tuple([count, systemName])),
      systemAt: z.array(count).describe("Places in `systems`"),
      possible: z.array(count),
      missing: z.array(z.int()).describe("Possible, but not won"),
      casual: z.array(z.int()).describe("Won, but not in hardcore mode"),
      recent: z
        .array(offset)
        .describe("Seconds from the newest unlock of the game before to this one's"),
      kinds: z
        .string()
        .describe("A digit a game: 0 for no award, else 1 to 4, in the order of the award kinds"),
      awarded: z.array(offset).describe("Seconds from the award to the newest unlock"),
    })
    .describe("Columns, one value a game"),
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
            "The fraction of a set that is won on average, to a thousandth: of sets with six achievements or more that are no subsets, as RetroAchievements counts",
          ),
        checkedAt: z.iso.datetime().describe("When RetroAchievements was asked"),
      }),
    )
    .describe("In the order in which they were asked for, each once"),
  overlap: z.object({
    all: count.describe("Games that anybody plays; here and above Events are left out"),
    both: count.describe("Games that all of the players play"),
    even: count.describe("Games that at least two play and in which no player leads"),
    ahead: z.array(count).describe(`${ofEach}: games in which each is ahead`),
    only: z.array(count).describe(`${ofEach}: games that nobody else plays`),
  }),
  months: z
    .array(
      z.object({
        month: z.string().regex(/^\d{4}-\d\d$/),
        players: z.array(z.object(mixOfAwards)).describe(ofEach),
      }),
    )
    .describe("Every month from the first award of anybody to the last, oldest first"),
  systems: z
    .array(
      z.object({
        id: count,
        name: z.string(),
        players: z.array(z.object({ games: count, ...mix })).describe(ofEach),
      }),
    )
    .describe("Most games of all players together first"),
  worthATry: z
    .array(
      z
        .array(
          z.object({
            gameId: count,
            title: z.string(),
            won: z.number().describe("The fraction of the set that the player has won"),
            missing: count,
            masteredBy: z.array(z.string()).describe("Names"),
          }),
        )
        .max(5),
    )
    .describe(`${ofEach}: what another one has mastered and this one begun, the most won first`),
  page: z.int().min(1).describe("The last one, if one beyond was asked for"),
  pages: z.int().min(1),
  total,
  results: z
    .array(
      z.object({
        ...gameFacts,
        leader: z
          .string()
          .nullable()
          .describe("The name of the leader; null if tied, or if only one plays it"),
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
              })
              .nullable(),
          )
          .describe(`${ofEach}; null for who does not play it`),
      }),
    )
    .max(100),
});

const day = z.iso.date().describe("Of the UTC calendar");
const moment = z.iso.datetime({ offset: true });
const ofSome = (kinds: string) => `Only of ${kinds}`;
const wonThere = {
  hardcore: count.describe("Achievements won in hardcore mode"),
  casual: count.describe("Achievements won in casual mode only"),
};

const happening = z.object({
  kind: z.enum(EVENT_KINDS),
  gameId: count.optional().describe("Of all kinds but achievements and renamed"),
  title: z
    .string()
    .nullable()
    .optional()
    .describe("Today's title; null if the game left the list and its title is unknown"),
  award: awardKind.optional().describe(ofSome("award, whole-again and, lost, of reset")),
  raisedFrom: awardKind.optional().describe(`${ofSome("award")}: what it took the place of`),
  awardDate: date.optional().describe(ofSome("award")),
  hardcore: wonThere.hardcore.optional().describe(ofSome("achievements")),
  casual: wonThere.casual.optional().describe(ofSome("achievements")),
  games: z
    .array(z.object({ gameId: count, title: z.string().nullable(), ...wonThere }))
    .optional()
    .describe(`${ofSome("achievements")}: in which games, most first`),
  maxPossibleBefore: count.optional().describe(ofSome("revised")),
  maxPossible: count.optional().describe(ofSome("revised")),
  brokenAward: awardKind.optional().describe(`${ofSome("revised")}: what is not whole any more`),
  won: z
    .number()
    .optional()
    .describe(`${ofSome("revised")}: the fraction that is won now`),
  lost: count.optional().describe(`${ofSome("reset")}: achievements in any mode`),
  lostHardcore: count.optional().describe(ofSome("reset")),
  nameBefore: z.string().optional().describe(ofSome("renamed")),
  name: z.string().optional().describe(ofSome("renamed")),
});

export const history = z.object({
  isKept: z
    .boolean()
    .describe("Whether this site stores histories; if not, they end with its process"),
  startedAt: moment
    .nullable()
    .describe("Nothing is known about the time before; null: there is no history"),
  from: day,
  to: day,
  unreadable: z.array(day).describe("Days whose record is damaged"),
  days: z
    .array(
      z.object({
        day,
        since: moment.describe("When the state before was seen: it can be days before"),
        checkedAt: moment.describe("When the last state of the day was seen"),
        startsAnew: z.boolean().describe("What changed before this day is not known"),
        happenings: z.array(happening).describe("The best first"),
        gained: z
          .object({ points: z.int(), casualPoints: z.int(), retroPoints: z.int() })
          .describe("Below 0 where progress was reset or a set was revised"),
        totals: z
          .object({
            ...counts.shape,
            points: count,
            casualPoints: count,
            retroPoints: count,
            achievements: count.describe("Won in hardcore mode, in all games"),
            casualAchievements: count.describe("Won in casual mode only"),
          })
          .describe("At the end of the day"),
      }),
    )
    .describe("Oldest first. A day without a snapshot is left out: its events are in the next day"),
});

export const badge = z.object({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string(),
  color: z.string(),
  isError: z.literal(true).optional().describe("There is no figure, and the message says why"),
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
  url: z.string().optional().describe("Of a photo"),
  html: z.string().optional().describe("Of what is rich: a frame"),
});

export const health = z.object({
  status: z
    .enum(["ok", "degraded"])
    .describe("degraded if the store, the history or the key failed when it was last tried"),
  version: z.string(),
  store: z.enum(["vercel-kv", "embedded"]),
  storeStatus: z
    .enum(["unknown", "ok", "failing"])
    .describe("Whether the store did the last command of each kind of this process"),
  history: z
    .object({
      kept: z.boolean(),
      why: z
        .enum(["memory", "in-use", "damaged", "unusable", "failing"])
        .optional()
        .describe(
          "Why not: there is no store and no disk; or another process has the folder, or it is damaged, or takes nothing; or the store did not take the last change",
        ),
    })
    .describe("Whether permanent data survives a restart"),
  upstream: z.enum(["retroachievements", "demo"]),
  upstreamGate: z
    .enum(["open", "shut"])
    .describe(
      "shut while this site sends RetroAchievements no requests, as far as this process knows",
    ),
  upstreamKey: z
    .enum(["unknown", "accepted", "refused"])
    .describe("Whether RetroAchievements took the key when this process last asked"),
  warnings: z.array(z.string()).describe("What fails, and which settings are missing"),
});

export const watchRun = z.object({
  same: count.describe("Players without changes"),
  read: count.describe("Players who were read again"),
  dropped: count.describe("Players who are not there any more and are left alone from now on"),
  left: count.describe("Players who are still to be checked today: the next run goes on with them"),
  stoppedBy: z
    .string()
    .nullable()
    .describe(
      "Why the run ended early, such as busy where visitors may need what is left of the budget",
    ),
});

/** A problem (RFC 9457). */
const problem = z.object({
  type: z.string().describe("Where it is explained, on this site"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("For people"),
  code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]).describe("For programs; it does not change"),
  errors: z
    .array(
      z.object({
        name: z.string(),
        reason: z.string(),
        allowed: z.array(z.string()).optional().describe("All values, where these are few"),
      }),
    )
    .optional()
    .describe("Of `invalid-parameters`: every bad one"),
  users: z
    .array(z.string())
    .optional()
    .describe("In a comparison: the players that it is about, as requested"),
  years: z.array(z.int()).optional().describe("Of `year-not-found`: those that there are"),
});

/** RetroAchievements' own answer to bad parameters. */
export const wireInvalid = z.object({
  message: z.string(),
  errors: z.record(z.string(), z.array(z.string())),
});

/** An error in the shape of RetroAchievements' own. */
export const wireError = z.object({
  message: z.string(),
  errors: z.array(z.object({ status: z.string(), code: z.string(), title: z.string() })),
});

/** The schemas that have a name in the OpenAPI document, by it. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Game: game,
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
  Library: library,
  Badge: badge,
  OEmbed: oEmbed,
  Health: health,
  WatchRun: watchRun,
  Problem: problem,
  InvalidOfRetroAchievements: wireInvalid,
  ErrorOfRetroAchievements: wireError,
};
