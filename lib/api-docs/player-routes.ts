import { z } from "zod";
import { feedParameters } from "@/lib/http/feed-parameters";
import { historyParameters } from "@/lib/http/history-parameters";
import { pageParameters } from "@/lib/http/page-parameters";
import { unlockParameters } from "@/lib/http/unlock-parameters";
import {
  awards,
  badge,
  completionProgress,
  gameList,
  gameOfPlayer,
  gamesFile,
  history,
  library,
  streaks,
  summary,
  unlockDays,
  unlocks,
  wireCompletionProgress,
  wireError,
  wireInvalid,
  yearReview,
  years,
} from "./answers";
import {
  explained,
  jsonAnswers,
  listQuery,
  NOT_MODIFIED,
  PLAYER_PROBLEMS,
  query,
  USER,
  userSchema,
} from "./common";
import { EXAMPLES } from "./example";
import type { ApiAnswer, ApiParameter, ApiRoute } from "./route";

const overview = (user: string) => `/user/${user}`;
const progress = (user: string) => `/user/${user}/progress`;

const wireFailure = (about: string): ApiAnswer => ({
  about,
  types: ["application/json"],
  schema: wireError,
});

const count = (name: string) => query(name, pageParameters.count, "Games to return");
const offset = (name: string) =>
  query(name, pageParameters.offset, "Games to skip, from the latest");

const DAYS: readonly ApiParameter[] = [
  query(
    "from",
    historyParameters.from,
    "First day (UTC), such as 2026-11-01. Default: 30 days ago. Up to 366 days at once",
  ),
  query("to", historyParameters.to, "Last day, included. Default: today"),
];

const TIME_ZONE = query(
  "tz",
  unlockParameters.tz,
  "Time zone of the days, such as Europe/Berlin: names of the IANA database as they are today",
);

const FILTERS = ["status", "system", "q", "awarded", "active", "subsets"] as const;

/** A JSON route about a player. @param name what follows the player in its path */
const jsonRoute = (
  name: string,
  route: Omit<ApiRoute, "id" | "group" | "path" | "problems"> &
    Partial<Pick<ApiRoute, "id" | "problems">>,
): ApiRoute => ({
  id: name,
  group: "json",
  path: `/api/v1/users/{user}/${name}`,
  problems: PLAYER_PROBLEMS,
  ...route,
});

/** The routes about one player, except cards. */
export const PLAYER_ROUTES: readonly ApiRoute[] = [
  jsonRoute("completion-progress", {
    title: "Completion progress",
    about:
      "A player's games, latest unlock first, in the format of getUserCompletionProgress of @retroachievements/api. The short names c and o work too.",
    parameters: [USER, count("count"), offset("offset")],
    answers: jsonAnswers("The player's games", completionProgress),
    example: (user) => `/api/v1/users/${user}/completion-progress?count=1`,
    exampleAnswer: EXAMPLES.completionProgress,
    shownAt: { text: "The list on the Completion Progress page", path: progress },
  }),
  jsonRoute("games", {
    title: "Games, filtered and sorted",
    about:
      "A page of games, with RetroAchievements' filters and sorts, and others. Times, points and rarity are null where unknown.",
    parameters: [
      USER,
      ...explained(
        listQuery("status", "system", "sort", "q", "awarded", "active", "subsets", "page"),
      ),
    ],
    answers: jsonAnswers("A page of games, and counts for all statuses", gameList),
    example: (user) => `/api/v1/users/${user}/games?status=eq-mastered&sort=-unlock_date`,
    exampleAnswer: EXAMPLES.gameList,
    shownAt: {
      text: "The same list as a page",
      path: (user) => `/user/${user}/progress?status=eq-mastered&sort=-unlock_date`,
    },
  }),
  jsonRoute("games/{id}", {
    id: "game-achievements",
    title: "One game",
    about:
      "A game as in /games, with its achievements. RetroAchievements is asked once a day, and after a new unlock.",
    parameters: [
      USER,
      {
        name: "id",
        in: "path",
        schema: z.string().regex(/^[1-9]\d{0,8}$/),
        isRequired: true,
        about: "RetroAchievements' id of the game; /games lists the games",
      },
    ],
    answers: jsonAnswers("The game and its achievements", gameOfPlayer),
    problems: [...PLAYER_PROBLEMS, "game-not-found"],
    example: (user) => `/api/v1/users/${user}/games/1328`,
    exampleAnswer: EXAMPLES.game,
    shownAt: { text: "The page of the game", path: (user) => `/user/${user}/game/1328` },
  }),
  jsonRoute("summary", {
    title: "Summary",
    about:
      "Counts, systems, milestones, months, time and points. Filters apply; counts and systems ignore status, as on RetroAchievements.",
    parameters: [USER, ...listQuery(...FILTERS)],
    answers: jsonAnswers("The summary", summary),
    example: (user) => `/api/v1/users/${user}/summary`,
    exampleAnswer: EXAMPLES.summary,
    shownAt: { text: "The player's overview", path: overview },
  }),
  jsonRoute("years", {
    title: "Years",
    about: "Awards by kind for every year. A game counts in the year of its highest award.",
    parameters: [USER],
    answers: jsonAnswers("The years", years),
    example: (user) => `/api/v1/users/${user}/years`,
    exampleAnswer: EXAMPLES.years,
    shownAt: { text: "The years on the page of a year", path: (user) => `/user/${user}/year/2026` },
  }),
  jsonRoute("years/{year}", {
    id: "year",
    title: "One year",
    about:
      "Everything on the page of a year, each figure with the path of its list. Events are left out.",
    parameters: [
      USER,
      {
        name: "year",
        in: "path",
        schema: z.string().regex(/^\d{4}$/),
        isRequired: true,
        about: "Four digits; /years lists the years",
      },
    ],
    answers: jsonAnswers("The year", yearReview),
    problems: [...PLAYER_PROBLEMS, "year-not-found"],
    example: (user) => `/api/v1/users/${user}/years/2026`,
    exampleAnswer: EXAMPLES.year,
    shownAt: { text: "The page of the year", path: (user) => `/user/${user}/year/2026` },
  }),
  jsonRoute("history", {
    // A function of that name would hide a browser's own.
    operationId: "player-history",
    title: "History",
    about: "Events, points gained and totals of each day since this site first saw the player.",
    parameters: [USER, ...DAYS],
    answers: jsonAnswers("The days, and when tracking started", history),
    problems: [...PLAYER_PROBLEMS, "history-unavailable"],
    example: (user) => `/api/v1/users/${user}/history?from=2026-11-01&to=2026-11-30`,
    exampleAnswer: EXAMPLES.history,
    shownAt: { text: "The player's history", path: (user) => `/user/${user}/history` },
  }),
  jsonRoute("unlocks", {
    title: "Unlocks",
    about:
      "What the player unlocked in a year or on a day, 500 a page. Until all are read, isComplete is false.",
    parameters: [
      USER,
      query("year", unlockParameters.year, "A year (UTC). Default: this year"),
      query("day", unlockParameters.day, "A day of the time zone, such as 2026-11-23, not a year"),
      TIME_ZONE,
      query(
        "page",
        unlockParameters.page,
        "500 unlocks each. A number past the end is the last page",
      ),
    ],
    answers: jsonAnswers("A page of unlocks", unlocks),
    problems: [...PLAYER_PROBLEMS, "unlocks-unavailable"],
    example: (user) => `/api/v1/users/${user}/unlocks?year=2026`,
    exampleAnswer: EXAMPLES.unlocks,
  }),
  jsonRoute("days", {
    title: "Days",
    about: "Achievements and points of every day of a year, for a calendar.",
    parameters: [
      USER,
      query("year", unlockParameters.year, "A year of the time zone. Default: this year"),
      TIME_ZONE,
    ],
    answers: jsonAnswers("The days with an unlock", unlockDays),
    problems: [...PLAYER_PROBLEMS, "unlocks-unavailable"],
    example: (user) => `/api/v1/users/${user}/days?year=2026&tz=Europe/Berlin`,
    exampleAnswer: EXAMPLES.days,
  }),
  jsonRoute("streaks", {
    title: "Streaks",
    about:
      "Days in a row with an unlock, current and longest. The current streak counts until the end of today.",
    parameters: [USER, TIME_ZONE],
    answers: jsonAnswers("The streaks", streaks),
    problems: [...PLAYER_PROBLEMS, "unlocks-unavailable"],
    example: (user) => `/api/v1/users/${user}/streaks?tz=Europe/Berlin`,
    exampleAnswer: EXAMPLES.streaks,
  }),
  jsonRoute("awards", {
    title: "Badges",
    about: "Badges of events and of the site, newest first.",
    parameters: [USER],
    answers: jsonAnswers("The badges", awards),
    example: (user) => `/api/v1/users/${user}/awards`,
    exampleAnswer: EXAMPLES.awards,
    shownAt: { text: "The player's overview", path: overview },
  }),
  jsonRoute("library", {
    title: "The whole library",
    about:
      "All games in one compact answer, some 45 bytes a game. For a few games, use completion-progress.",
    parameters: [USER],
    answers: jsonAnswers("The player and all games", library),
    example: (user) => `/api/v1/users/${user}/library`,
    exampleAnswer: EXAMPLES.library,
    shownAt: { text: "The list on the Completion Progress page", path: progress },
  }),
  {
    id: "drop-in",
    form: ["u", "c", "o"],
    group: "drop-in",
    path: "/API/API_GetUserCompletionProgress.php",
    title: "API_GetUserCompletionProgress",
    about:
      "RetroAchievements' endpoint at the same path, with the same answer and the same errors. It needs no key. A POST has its parameters in the query, or in a form of up to 4 kB.",
    parameters: [
      query("u", userSchema, "User name (any case) or ULID", { isRequired: true }),
      count("c"),
      offset("o"),
      query("y", z.string().optional(), "Your web API key. Not needed here, and ignored"),
      query("z", z.string().optional(), "Your user name. Not needed here, and ignored"),
    ],
    answers: {
      ...jsonAnswers("The player's games; none for an unknown player", wireCompletionProgress),
      403: wireFailure("This site does not show the player"),
      413: { ...wireFailure("The form is larger than 4 kB"), by: "post" },
      422: {
        about: "A parameter is missing or bad. message has the first problem, errors has all",
        types: ["application/json"],
        schema: wireInvalid,
      },
      429: wireFailure("Too many requests: wait for Retry-After"),
      502: wireFailure("RetroAchievements sent a bad answer"),
      503: wireFailure("No answer: wait for Retry-After"),
      504: wireFailure("RetroAchievements took too long"),
    },
    problems: [],
    example: (user) => `/API/API_GetUserCompletionProgress.php?u=${user}&c=1`,
    exampleAnswer: EXAMPLES.wireCompletionProgress,
    shownAt: { text: "The list on the Completion Progress page", path: progress },
  },
  {
    id: "list-json",
    group: "files",
    path: "/user/{user}/games.json",
    title: "Games as a JSON file",
    about: "All games that match, in the format of Games, filtered and sorted.",
    parameters: [USER, ...listQuery(...FILTERS, "sort")],
    answers: jsonAnswers("The file, with counts for all statuses", gamesFile),
    problems: PLAYER_PROBLEMS,
    example: (user) => `/user/${user}/games.json?status=eq-mastered`,
    shownAt: { text: "“Export: JSON” on the Completion Progress page", path: progress },
  },
  {
    id: "games-csv",
    group: "files",
    path: "/user/{user}/games.csv",
    title: "Games as a spreadsheet",
    about: "The same games as CSV.",
    parameters: [USER, ...listQuery(...FILTERS, "sort")],
    answers: { 200: { about: "The file", types: ["text/csv"] }, ...NOT_MODIFIED },
    problems: PLAYER_PROBLEMS,
    example: (user) => `/user/${user}/games.csv`,
    shownAt: { text: "“Export: CSV” on the Completion Progress page", path: progress },
  },
  {
    id: "history-csv",
    group: "files",
    path: "/user/{user}/history.csv",
    title: "History as a spreadsheet",
    about: "The history as CSV: one row per day with its totals, and one per event.",
    parameters: [USER, ...DAYS],
    answers: { 200: { about: "The file", types: ["text/csv"] }, ...NOT_MODIFIED },
    problems: [...PLAYER_PROBLEMS, "history-unavailable"],
    example: (user) => `/user/${user}/history.csv?from=2026-11-01&to=2026-11-30`,
    shownAt: { text: "The player's history", path: (user) => `/user/${user}/history` },
  },
  {
    id: "feed",
    group: "files",
    path: "/user/{user}/feed.xml",
    title: "Award feed",
    about: "An Atom feed for feed readers and bots. The ids of entries never change.",
    parameters: [
      USER,
      query(
        "only",
        feedParameters.only,
        "awards, revisions, achievements, or several with commas. Default: awards. Revisions go back 100 days",
      ),
    ],
    answers: {
      200: { about: "The latest 100 entries", types: ["application/atom+xml"] },
      ...NOT_MODIFIED,
    },
    problems: [...PLAYER_PROBLEMS, "history-unavailable"],
    example: (user) => `/user/${user}/feed.xml`,
    shownAt: { text: "“Award feed” on the Completion Progress page", path: progress },
  },
  {
    id: "badge",
    group: "files",
    path: "/user/{user}/badge.json",
    title: "Badge for shields.io",
    about:
      "One figure for a shields.io endpoint badge; with a status, the number of games with it. Without a figure, the badge says why with status 200, because shields.io hides the reason of others.",
    parameters: [
      USER,
      query(
        "show",
        z.enum(["mastered", "beaten", "completed", "played", "points", "week"]).default("mastered"),
        "The figure. week is the last seven days and ignores filters. Anything else counts as mastered",
      ),
      query(
        "locale",
        z.string().default("en"),
        "Language, such as de or pt-BR. An unknown one counts as en",
      ),
      ...listQuery(...FILTERS),
    ],
    answers: jsonAnswers("The badge, or one that says why there is no figure", badge),
    problems: ["malformed-address"],
    example: (user) => `/user/${user}/badge.json?show=mastered`,
    shownAt: { text: "“Shields badge” in the card builder", path: (user) => `/user/${user}/embed` },
  },
];
