import { z } from "zod";
import { feedParameters } from "@/lib/http/feed-parameters";
import { historyParameters } from "@/lib/http/history-parameters";
import { pageParameters } from "@/lib/http/page-parameters";
import {
  badge,
  completionProgress,
  gameList,
  gamesFile,
  history,
  library,
  summary,
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

const count = (name: string) => query(name, pageParameters.count, "How many games");
const offset = (name: string) =>
  query(name, pageParameters.offset, "How many games to skip, from the newest");

const DAYS: readonly ApiParameter[] = [
  query(
    "from",
    historyParameters.from,
    "The first day, UTC: 2026-11-01. Default: 30 days. At most 366 at once",
  ),
  query("to", historyParameters.to, "The last day, included. Default: today"),
];

const FILTERS = ["status", "system", "q", "awarded", "active"] as const;

/** A route that answers about a player as JSON. @param name what follows the player in its path */
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

/** The routes that answer about a player, but for cards. */
export const PLAYER_ROUTES: readonly ApiRoute[] = [
  jsonRoute("completion-progress", {
    title: "Completion progress",
    about:
      "A player's games, newest unlock first, in the shape of getUserCompletionProgress of @retroachievements/api. RetroAchievements' short names c and o are understood too.",
    parameters: [USER, count("count"), offset("offset")],
    answers: jsonAnswers("Some of the player's games", completionProgress),
    example: (user) => `/api/v1/users/${user}/completion-progress?count=1`,
    exampleAnswer: EXAMPLES.completionProgress,
    shownAt: { text: "The list on the Completion Progress page", path: progress },
  }),
  jsonRoute("games", {
    title: "Games, filtered and sorted",
    about:
      "One page of the list that the player's page shows for the same query, with RetroAchievements' own filters and orders.",
    parameters: [
      USER,
      ...explained(listQuery("status", "system", "sort", "q", "awarded", "active", "page")),
    ],
    answers: jsonAnswers("A page of games, and counts of all that any status would find", gameList),
    example: (user) => `/api/v1/users/${user}/games?status=eq-mastered&sort=-unlock_date`,
    exampleAnswer: EXAMPLES.gameList,
    shownAt: {
      text: "The Completion Progress page with the same query",
      path: (user) => `/user/${user}/progress?status=eq-mastered&sort=-unlock_date`,
    },
  }),
  jsonRoute("summary", {
    title: "Summary",
    about:
      "A player in figures: counts, systems with their awards, milestones, and the awards of each month. With filters, of these games only; but counts and systems are of all statuses, as on RetroAchievements' own page.",
    parameters: [USER, ...listQuery(...FILTERS)],
    answers: jsonAnswers("The figures", summary),
    example: (user) => `/api/v1/users/${user}/summary`,
    exampleAnswer: EXAMPLES.summary,
    shownAt: { text: "The player's overview", path: overview },
  }),
  jsonRoute("years", {
    title: "Years to look back on",
    about:
      "The years of a player from that of the first award to this one, each with its awards by kind. RetroAchievements has only a game's highest award, so each game counts in the year of that.",
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
      "All figures on the page of a year: awards beside the year before, months, the busiest day, the longest runs, systems, the largest sets, milestones. Each figure comes with the path of the list that it counts; Events are left out.",
    parameters: [
      USER,
      {
        name: "year",
        in: "path",
        schema: z.string().regex(/^\d{4}$/),
        isRequired: true,
        about: "A year of four digits: one of those that the route above lists",
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
    about:
      "What RetroAchievements forgets: of each day what happened, the points gained, and counts and points at its end. Kept since this site first saw the player; nothing is made up for the time before.",
    parameters: [USER, ...DAYS],
    answers: jsonAnswers("The days, and since when there is a history", history),
    problems: [...PLAYER_PROBLEMS, "history-unavailable"],
    example: (user) => `/api/v1/users/${user}/history?from=2026-11-01&to=2026-11-30`,
    exampleAnswer: EXAMPLES.history,
    shownAt: { text: "The player's history", path: (user) => `/user/${user}/history` },
  }),
  jsonRoute("library", {
    title: "The whole library, packed",
    about:
      "All games at once, in columns: about 30 bytes a game when compressed. It is what the player's page filters in the browser. Take completion-progress if you do not need everything.",
    parameters: [USER],
    answers: jsonAnswers("The player and all games", library),
    example: (user) => `/api/v1/users/${user}/library`,
    exampleAnswer: EXAMPLES.library,
    shownAt: { text: "The Completion Progress page, as you filter and search", path: progress },
  }),
  {
    id: "drop-in",
    form: ["u", "c", "o"],
    group: "drop-in",
    path: "/API/API_GetUserCompletionProgress.php",
    title: "API_GetUserCompletionProgress",
    about:
      "RetroAchievements' own contract at its own path, for clients made for it: change their base address, and they need no key. By POST, parameters come in the query, which is all that RetroAchievements reads, or as a form of at most 4 kB. Its errors have RetroAchievements' shape; as there, an unknown player is one without games.",
    parameters: [
      query("u", userSchema, "A user name in any case, or a ULID", { isRequired: true }),
      count("c"),
      offset("o"),
      query("y", z.string().optional(), "A key: it is not read"),
      query("z", z.string().optional(), "A name: it is not read"),
    ],
    answers: {
      ...jsonAnswers("Some of the player's games; none for an unknown one", wireCompletionProgress),
      403: wireFailure("The owner of this site shows some players only"),
      413: { ...wireFailure("The form is longer than 4096 bytes"), by: "post" },
      422: {
        about: "A parameter is missing or bad: the first as the message, and all by name",
        types: ["application/json"],
        schema: wireInvalid,
      },
      429: wireFailure("Too many requests: come back after Retry-After"),
      502: wireFailure("RetroAchievements answered badly"),
      503: wireFailure("No answer for now: come back after Retry-After"),
      504: wireFailure("RetroAchievements took too long"),
    },
    problems: [],
    example: (user) => `/API/API_GetUserCompletionProgress.php?u=${user}&c=1`,
    exampleAnswer: EXAMPLES.wireCompletionProgress,
    shownAt: { text: "The list on the Completion Progress page", path: progress },
  },
  {
    id: "games-json",
    group: "files",
    path: "/user/{user}/games.json",
    title: "All games as a JSON file",
    about: "All games that the query finds, on one page, to take away.",
    parameters: [USER, ...listQuery(...FILTERS, "sort")],
    answers: jsonAnswers(
      "A file to save, with counts of all that any status would find",
      gamesFile,
    ),
    problems: PLAYER_PROBLEMS,
    example: (user) => `/user/${user}/games.json?status=eq-mastered`,
    shownAt: { text: "“Export: JSON” on the Completion Progress page", path: progress },
  },
  {
    id: "games-csv",
    group: "files",
    path: "/user/{user}/games.csv",
    title: "All games as a spreadsheet",
    about: "The same as CSV (RFC 4180) that a spreadsheet opens as it is.",
    parameters: [USER, ...listQuery(...FILTERS, "sort")],
    answers: { 200: { about: "A file to save", types: ["text/csv"] }, ...NOT_MODIFIED },
    problems: PLAYER_PROBLEMS,
    example: (user) => `/user/${user}/games.csv`,
    shownAt: { text: "“Export: CSV” on the Completion Progress page", path: progress },
  },
  {
    id: "history-csv",
    group: "files",
    path: "/user/{user}/history.csv",
    title: "The history as a spreadsheet",
    about:
      "The same days as CSV: of each one row called day, with points gained and how things stood at its end, and one row for each thing that happened.",
    parameters: [USER, ...DAYS],
    answers: { 200: { about: "A file to save", types: ["text/csv"] }, ...NOT_MODIFIED },
    problems: [...PLAYER_PROBLEMS, "history-unavailable"],
    example: (user) => `/user/${user}/history.csv?from=2026-11-01&to=2026-11-30`,
    shownAt: { text: "The player's history", path: (user) => `/user/${user}/history` },
  },
  {
    id: "feed",
    group: "files",
    path: "/user/{user}/feed.xml",
    title: "Newest awards as a feed",
    about:
      "An Atom feed for feed readers and bots. only= chooses its kinds of events; the ids of entries never change.",
    parameters: [
      USER,
      query(
        "only",
        feedParameters.only,
        "Some of awards, revisions and achievements, with commas between. Left out: awards. The others come from the history of the last 100 days: achievements by day and game, and sets that were revised or retired, or came back",
      ),
    ],
    answers: {
      200: { about: "The newest 100 entries", types: ["application/atom+xml"] },
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
    title: "A badge for shields.io",
    about:
      "One figure, as shields.io's endpoint badges read it. With filters it counts these games only; with a status it is the number of games of that list, under the name of the status. A missing figure is a badge with isError that says why, with status 200 and X-Longplay-Error: shields.io hides the reason for any other status.",
    parameters: [
      USER,
      query(
        "show",
        z.enum(["mastered", "beaten", "completed", "played", "points", "week"]).default("mastered"),
        "Which figure; week: achievements, points and awards of the last seven days, whatever the filters. Anything else counts as mastered",
      ),
      query(
        "locale",
        z.string().default("en"),
        "Number and label in this language: a BCP 47 tag such as de or pt-BR. One that cards do not know counts as en",
      ),
      ...listQuery(...FILTERS),
    ],
    answers: jsonAnswers("The badge, or one that says why there is none", badge),
    problems: ["malformed-address"],
    example: (user) => `/user/${user}/badge.json?show=mastered`,
    shownAt: { text: "“Shields badge” in the card builder", path: (user) => `/user/${user}/embed` },
  },
];
