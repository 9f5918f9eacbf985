import "server-only";
import { z } from "zod";
import { isUser } from "@/lib/domain/user";
import { LIMITS } from "@/lib/limits";

const url = z
  .url({ protocol: /^https?$/ })
  .transform((value) => value.replace(/\/+$/, ""))
  .describe("an http(s) address");
const positive = z.coerce.number().int().positive();
const flag = z
  .enum(["0", "1", "false", "true"])
  .transform((value) => value === "1" || value === "true");
const players = (most: number) =>
  z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((users) => users.every(isUser), "must be user names or ULIDs, with commas between")
    .refine((users) => users.length > 0 && users.length <= most, `must name 1 to ${most} players`);

const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.hostname });
const contact = z.string().transform((value, context) => {
  const given = value.trim();
  if (webAddress.safeParse(given).success) return given;
  const mail = given.replace(/^mailto:/i, "");
  if (z.email().safeParse(mail).success) return `mailto:${mail}`;
  context.addIssue("must be an e-mail address or an http(s) address");
  return z.NEVER;
});

const areAmong = (users: readonly string[], all: readonly string[]) => {
  const names = new Set(all.map((user) => user.toLowerCase()));
  return users.every((user) => names.has(user.toLowerCase()));
};

/** Where RetroAchievements itself answers. */
const RA_API = "https://retroachievements.org/API";
const RA_API_V2 = "https://api.retroachievements.org/api/v2";

/** In place of an address: the site does without. */
const OFF = "off";

/** The base of API v2 by the settings. */
function v2BaseUrl(given: { RA_API_BASE_URL: string; RA_API_V2_BASE_URL?: string | undefined }) {
  if (given.RA_API_V2_BASE_URL === OFF) return "";
  return given.RA_API_V2_BASE_URL ?? (given.RA_API_BASE_URL === RA_API ? RA_API_V2 : "");
}

const schema = z
  .object({
    RA_WEB_API_KEY: z.string().min(1).optional(),
    RA_API_BASE_URL: url.default(RA_API),
    RA_API_V2_BASE_URL: z
      .union([z.literal(OFF), url], { error: "must be an http(s) address, or off" })
      .optional(),
    RA_MEDIA_BASE_URL: url.default("https://media.retroachievements.org"),
    RA_SITE_BASE_URL: url.default("https://retroachievements.org"),
    KV_REST_API_URL: url.optional(),
    KV_REST_API_TOKEN: z.string().min(1).optional(),
    DATA_DIR: z.string().default(".data"),
    CACHE_FRESH_SECONDS: z.coerce.number().int().nonnegative().default(300),
    CACHE_STALE_SECONDS: z.coerce.number().int().nonnegative().default(604_800),
    UPSTREAM_REQUESTS_PER_MINUTE: z.coerce.number().int().min(4).default(60),
    UPSTREAM_V2_REQUESTS_PER_MINUTE: positive.default(LIMITS.v2CallsPerMinute),
    UPSTREAM_TIMEOUT_MS: positive.default(8000),
    CLIENT_REQUESTS_PER_MINUTE: positive.default(120),
    PLAYERS: players(LIMITS.servedPlayers).optional(),
    EXAMPLE_PLAYERS: players(LIMITS.examplePlayers).optional(),
    WATCHED_PLAYERS: players(LIMITS.alwaysWatched).optional(),
    HIDDEN_PLAYERS: players(LIMITS.hiddenPlayers).optional(),
    CONTACT: contact.optional(),
    WATCH_EVERY_SECONDS: z.coerce.number().int().nonnegative().max(86_400).default(60),
    TRUSTED_PROXY: flag.optional(),
    VERCEL: z.string().optional(),
    SITE_URL: url.optional(),
    METRICS_TOKEN: z.string().min(16).optional(),
    CRON_SECRET: z.string().min(16).optional(),
    PORT: z.coerce.number().int().nonnegative().default(3000),
    VERCEL_PROJECT_PRODUCTION_URL: z.string().min(1).optional(),
  })
  .refine((values) => !values.KV_REST_API_URL === !values.KV_REST_API_TOKEN, {
    path: ["KV_REST_API_URL"],
    message: "KV_REST_API_URL and KV_REST_API_TOKEN must be set together",
  })
  .refine(({ PLAYERS, WATCHED_PLAYERS = [] }) => !PLAYERS || areAmong(WATCHED_PLAYERS, PLAYERS), {
    path: ["WATCHED_PLAYERS"],
    message: "where PLAYERS is set, must name none but these, and as they are named there",
  })
  .transform(({ VERCEL_PROJECT_PRODUCTION_URL, VERCEL, TRUSTED_PROXY, ...values }) => ({
    ...values,
    /** Empty: off. A site that asks another server must not send its key to RA. */
    RA_API_V2_BASE_URL: v2BaseUrl(values),
    /** Whether this is a function of Vercel: a short-lived process per page. */
    onVercel: VERCEL === "1",
    /** Whether the owner's proxy writes the last address of `X-Forwarded-For`. */
    TRUSTED_PROXY: TRUSTED_PROXY ?? VERCEL === "1",
    SITE_URL:
      values.SITE_URL ??
      (VERCEL_PROJECT_PRODUCTION_URL ? `https://${VERCEL_PROJECT_PRODUCTION_URL}` : undefined),
  }));

/** The site's settings, checked and with their defaults. Times are in the unit their name ends in. */
export type Env = z.output<typeof schema>;

/**
 * Checks settings given as strings. An empty string counts as not set, since forms of hosts leave them.
 *
 * @throws Error that names every bad variable and what is wrong with it, but none of the values.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `  ${issue.path.join(".")}: ${issue.message}`,
  );
  throw new Error(`Longplay cannot start with these settings:\n${problems.join("\n")}`);
}

/** Which build this is; set by next.config.mjs, and written into the code when it is built. */
export const BUILD = process.env.BUILD ?? "";

/** The file of the error pages' template, below the working folder; set in the same way. */
export const ERROR_TEMPLATE = process.env.ERROR_TEMPLATE ?? "";

let parsed: Env | undefined;

/** The settings of this process, read once. @throws as {@link parseEnv}. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Gives this process a key that the environment lacks: one that was typed. */
export function setTypedKey(key: string): void {
  parsed = { ...env(), RA_WEB_API_KEY: key };
}

const text = z.string().default("");
const runnerSchema = z.object({
  INPUT_USER: text,
  INPUT_KEY: text,
  INPUT_CARDS: text,
  INPUT_COMMIT: text,
  INPUT_BRANCH: text,
  GITHUB_WORKSPACE: z.string().default("."),
  GITHUB_REF: text,
  GITHUB_REPOSITORY: text,
  GITHUB_SERVER_URL: z.string().default("https://github.com"),
  GITHUB_OUTPUT: text,
  GITHUB_STEP_SUMMARY: text,
});

/** What a runner of GitHub gives the action: its inputs, where it runs, and files for what it says. */
export type RunnerEnv = z.output<typeof runnerSchema>;

/** The variables of the runner; empty where it has set none. */
export function runnerEnv(): RunnerEnv {
  return runnerSchema.parse(process.env);
}

/** The environment of a program that this process starts: its own without keys for RA, and no questions. */
export function childEnv(): NodeJS.ProcessEnv {
  const { INPUT_KEY: _, RA_WEB_API_KEY: __, ...rest } = process.env;
  return { ...rest, GIT_TERMINAL_PROMPT: "0" };
}

/** Whether this is `next dev`. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

/** Fresh and stale time in seconds, the latter counted after the former. */
export function freshness(): { freshSeconds: number; staleSeconds: number } {
  const { CACHE_FRESH_SECONDS, CACHE_STALE_SECONDS } = env();
  return { freshSeconds: CACHE_FRESH_SECONDS, staleSeconds: CACHE_STALE_SECONDS };
}
