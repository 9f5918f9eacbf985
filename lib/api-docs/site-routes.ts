import { z } from "zod";
import { health, oEmbed, watchRun } from "./answers";
import { jsonAnswers, NOT_MODIFIED, PLAYER_PROBLEMS, query, USER } from "./common";
import type { ApiRoute } from "./route";

/** The routes for sites that embed, for owners and for tools. */
export const SITE_ROUTES: readonly ApiRoute[] = [
  {
    id: "oembed",
    group: "site",
    path: "/api/oembed",
    title: "oEmbed",
    about:
      "What a link to a player's page or to a card unfolds to (oembed.com): a card is a photo, a page a frame with the summary card.",
    parameters: [
      query(
        "url",
        z.string(),
        "The address, or the path, of a player's page or card of this site",
        { isRequired: true },
      ),
      query(
        "maxwidth",
        z.coerce.number().int().min(1).max(999_999).optional(),
        "Pixels: a page's frame is at most so wide, and never wider than 495. Anything else, such as 0, is ignored and never refused",
      ),
      query("format", z.literal("json").default("json"), "There is no other"),
    ],
    answers: {
      ...jsonAnswers("What to show for the link", oEmbed),
      501: { about: "Another format was asked for", types: ["text/plain"] },
    },
    // Its path has no part that could be malformed.
    problems: PLAYER_PROBLEMS.filter((code) => code !== "malformed-address"),
    example: (user) => `/api/oembed?url=/user/${user}`,
  },
  {
    id: "frame",
    group: "site",
    path: "/user/{user}/frame",
    title: "A page for frames",
    about: "The summary card as a little page that any site may show in a frame.",
    parameters: [USER],
    answers: { 200: { about: "The page", types: ["text/html"] }, ...NOT_MODIFIED },
    problems: PLAYER_PROBLEMS,
    example: (user) => `/user/${user}/frame`,
  },
  {
    id: "health",
    group: "site",
    path: "/api/health",
    title: "Health",
    about:
      "That the site is up, which version it is, what it runs on, what failed when this process last tried it, and which settings are missing. It requests nothing from the store or RetroAchievements.",
    parameters: [],
    answers: { 200: { about: "It is up", types: ["application/json"], schema: health } },
    headers: [],
    problems: [],
    example: () => "/api/health",
  },
  {
    id: "metrics",
    group: "site",
    path: "/api/metrics",
    title: "Metrics",
    about:
      "Counters of one server, in Prometheus' text format. Send METRICS_TOKEN as a bearer token.",
    parameters: [],
    answers: {
      200: { about: "The figures", types: ["text/plain"] },
      401: { about: "The token is missing or wrong", types: ["text/plain"] },
      404: { about: "The owner has not set METRICS_TOKEN", types: [] },
    },
    headers: [],
    bearer: "METRICS_TOKEN",
    problems: [],
    example: () => "/api/metrics",
  },
  {
    id: "watch",
    group: "site",
    path: "/api/cron/watch",
    title: "Checking without visitors",
    about:
      "Has RetroAchievements asked about some of the players who were looked at within 30 days and are due, for a cron that sends CRON_SECRET as a bearer token. Servers of one's own do the same by themselves.",
    parameters: [],
    answers: {
      200: { about: "What the run has done", types: ["application/json"], schema: watchRun },
      401: { about: "The secret is missing or wrong", types: ["text/plain"] },
      404: { about: "The owner has not set CRON_SECRET", types: [] },
    },
    headers: [],
    bearer: "CRON_SECRET",
    problems: [],
    example: () => "/api/cron/watch",
  },
  {
    id: "openapi",
    group: "site",
    path: "/api/openapi.json",
    title: "OpenAPI",
    about:
      "All of this as an OpenAPI 3.1 document, for tools that make clients. It is made of the schemas that the routes use.",
    parameters: [],
    answers: {
      200: { about: "The document", types: ["application/json"], schema: z.looseObject({}) },
      ...NOT_MODIFIED,
    },
    headers: ["ETag"],
    problems: [],
    example: () => "/api/openapi.json",
  },
];
