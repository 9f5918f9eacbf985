import { z } from "zod";
import { health, oEmbed, watchRun } from "./answers";
import { jsonAnswers, NOT_MODIFIED, PLAYER_PROBLEMS, query, USER } from "./common";
import type { ApiRoute } from "./route";

/** The routes for sites that embed, owners and tools. */
export const SITE_ROUTES: readonly ApiRoute[] = [
  {
    id: "oembed",
    group: "site",
    path: "/api/oembed",
    title: "oEmbed",
    about: "Embeds a link to a card as a photo, or to a player's page as a frame.",
    parameters: [
      query("url", z.string(), "URL or path of a player's page or a card on this site", {
        isRequired: true,
      }),
      query(
        "maxwidth",
        z.coerce.number().int().min(1).max(999_999).optional(),
        "Maximum width of the frame in pixels, up to 495. Anything else, such as 0, is ignored",
      ),
      query("format", z.literal("json").default("json"), "Only json"),
    ],
    answers: {
      ...jsonAnswers("How to embed the link", oEmbed),
      501: { about: "Any other format", types: ["text/plain"] },
    },
    // Its path has no part that could be malformed.
    problems: PLAYER_PROBLEMS.filter((code) => code !== "malformed-address"),
    example: (user) => `/api/oembed?url=/user/${user}`,
  },
  {
    id: "frame",
    group: "site",
    path: "/user/{user}/frame",
    title: "Frame",
    about: "The summary card as a small page. Any site may show it in an iframe.",
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
      "Version, store and upstream in use, recent failures, missing settings. It sends no requests.",
    parameters: [],
    answers: { 200: { about: "The site is up", types: ["application/json"], schema: health } },
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
      "Counters of one server in the Prometheus text format. Needs METRICS_TOKEN as a bearer token.",
    parameters: [],
    answers: {
      200: { about: "The counters", types: ["text/plain"] },
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
    title: "Daily checks",
    about:
      "Refreshes players viewed in the last 30 days who are due. Needs CRON_SECRET as a bearer token. A server that runs all the time does this itself.",
    parameters: [],
    answers: {
      200: { about: "Result of the run", types: ["application/json"], schema: watchRun },
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
    about: "This API as an OpenAPI 3.1 document.",
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
