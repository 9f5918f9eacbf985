import { expect, test } from "vitest";
import { parseEnv } from "./env";

test("without any setting the site runs on defaults and without a key", () => {
  const env = parseEnv({});
  expect(env.RA_WEB_API_KEY).toBeUndefined();
  expect(env.RA_API_BASE_URL).toBe("https://retroachievements.org/API");
  expect(env.CACHE_FRESH_SECONDS).toBe(300);
  expect(env.CACHE_STALE_SECONDS).toBe(604_800);
});

test("an empty value counts as not set", () => {
  expect(parseEnv({ RA_WEB_API_KEY: "", CACHE_FRESH_SECONDS: "" })).toEqual(parseEnv({}));
});

test("API v2 is RA's where the API is RA's, else off; an address turns it on, and a word off", () => {
  const v2 = (source: Record<string, string>) => parseEnv(source).RA_API_V2_BASE_URL;
  const ra = "https://api.retroachievements.org/api/v2";
  expect(v2({})).toBe(ra);
  expect(v2({ RA_API_BASE_URL: "https://retroachievements.org/API/" })).toBe(ra);
  expect(v2({ RA_API_BASE_URL: "http://127.0.0.1:4000/API" })).toBe("");
  expect(v2({ RA_API_V2_BASE_URL: "" })).toBe(ra);
  expect(v2({ RA_API_V2_BASE_URL: "off" })).toBe("");
  for (const bad of ["on", "no", "ftp://ra.example"]) {
    expect(() => v2({ RA_API_V2_BASE_URL: bad }), bad).toThrow(/RA_API_V2_BASE_URL: .*, or off/);
  }
  const own = "http://127.0.0.1:4000/api/v2";
  expect(v2({ RA_API_BASE_URL: "http://127.0.0.1:4000/API", RA_API_V2_BASE_URL: own })).toBe(own);
});

test("calls to API v2 have a limit of RA's, or a lower one", () => {
  const limit = (value: string) =>
    parseEnv({ UPSTREAM_V2_REQUESTS_PER_MINUTE: value }).UPSTREAM_V2_REQUESTS_PER_MINUTE;
  expect([limit(""), limit("1"), limit("30")]).toEqual([60, 1, 30]);
  for (const bad of ["0", "-1", "1.5", "many"]) {
    expect(() => limit(bad), bad).toThrow(/UPSTREAM_V2_REQUESTS_PER_MINUTE/);
  }
});

test("an address loses the slash at its end", () => {
  expect(parseEnv({ SITE_URL: "https://longplay.example/" }).SITE_URL).toBe(
    "https://longplay.example",
  );
});

test("on Vercel the production address is the site's", () => {
  expect(parseEnv({ VERCEL_PROJECT_PRODUCTION_URL: "longplay.vercel.app" }).SITE_URL).toBe(
    "https://longplay.vercel.app",
  );
});

test("every bad variable is named, and no value is shown", () => {
  const parse = () => parseEnv({ RA_API_BASE_URL: "secret-nonsense", CACHE_FRESH_SECONDS: "soon" });
  expect(parse).toThrow(/RA_API_BASE_URL/);
  expect(parse).toThrow(/CACHE_FRESH_SECONDS/);
  expect(parse).not.toThrow(/secret-nonsense/);
});

test("a store's address without its token is refused", () => {
  expect(() => parseEnv({ KV_REST_API_URL: "https://kv.example" })).toThrow(/KV_REST_API_TOKEN/);
});

test("PLAYERS are names and ULIDs as given, and nothing else", () => {
  const players = (value: string) => parseEnv({ PLAYERS: value }).PLAYERS;
  expect(players("MaxMilyin, 01HDEM0AMP11GHTERX0000Z7Q1 xelnia")).toEqual([
    "MaxMilyin",
    "01HDEM0AMP11GHTERX0000Z7Q1",
    "xelnia",
  ]);
  for (const bad of ["a", "no!such", ",", "x".repeat(21), "ab,".repeat(51)]) {
    expect(() => players(bad), bad).toThrow(/PLAYERS/);
  }
});

test("HIDDEN_PLAYERS are at most fifty, each as PLAYERS has them", () => {
  const hidden = (value: string) => parseEnv({ HIDDEN_PLAYERS: value }).HIDDEN_PLAYERS;
  expect(hidden("Ann9, 01HDEM0AMP11GHTERX0000Z7Q1")).toHaveLength(2);
  for (const bad of ["ab,".repeat(51), "no!such", ","]) {
    expect(() => hidden(bad), bad).toThrow(/HIDDEN_PLAYERS/);
  }
});

test("CONTACT is an e-mail address or an http(s) address, and nothing else becomes a link", () => {
  const contact = (value: string) => parseEnv({ CONTACT: value }).CONTACT;
  expect(contact("me@site.example")).toBe("mailto:me@site.example");
  expect(contact(" mailto:me@site.example ")).toBe("mailto:me@site.example");
  expect(contact("https://site.example/contact?a=1")).toBe("https://site.example/contact?a=1");
  for (const bad of [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://site.example",
    "mailto:",
    "mailto:me@site.example?bcc=you@site.example",
    "me@",
    "ask me",
    "//site.example",
  ]) {
    expect(() => contact(bad), bad).toThrow(/CONTACT: must be an e-mail address or an http/);
  }
});

test("EXAMPLE_PLAYERS are at most six, each as PLAYERS has them", () => {
  const examples = (value: string) => parseEnv({ EXAMPLE_PLAYERS: value }).EXAMPLE_PLAYERS;
  expect(examples("Ann9, 01HDEM0AMP11GHTERX0000Z7Q1")).toEqual([
    "Ann9",
    "01HDEM0AMP11GHTERX0000Z7Q1",
  ]);
  expect(examples("ab,".repeat(6))).toHaveLength(6);
  for (const bad of ["ab,".repeat(7), "no!such", ","]) {
    expect(() => examples(bad), bad).toThrow(/EXAMPLE_PLAYERS/);
  }
});

test("WATCHED_PLAYERS must be among PLAYERS if these are set", () => {
  const watched = (value: string, players = "") =>
    parseEnv({ WATCHED_PLAYERS: value, PLAYERS: players }).WATCHED_PLAYERS;
  expect(watched("Ann9, Bob9")).toEqual(["Ann9", "Bob9"]);
  expect(watched("ann9", "Bob9,Ann9")).toEqual(["ann9"]);
  expect(() => watched("Ann9,Cid9", "Ann9,Bob9")).toThrow(/WATCHED_PLAYERS: where PLAYERS is set/);
  for (const bad of ["ab,".repeat(51), "no!such", ","]) {
    expect(() => watched(bad), bad).toThrow(/WATCHED_PLAYERS/);
  }
});

test("a cron's secret that could be guessed is refused, and not shown", () => {
  expect(() => parseEnv({ CRON_SECRET: "short-secret" })).toThrow(/CRON_SECRET/);
  expect(() => parseEnv({ CRON_SECRET: "short-secret" })).not.toThrow(/short-secret/);
});

test("the daily check runs every minute, or never", () => {
  const seconds = (value: string) => parseEnv({ WATCH_EVERY_SECONDS: value }).WATCH_EVERY_SECONDS;
  expect([seconds(""), seconds("0"), seconds("300")]).toEqual([60, 0, 300]);
  for (const bad of ["-1", "1.5", "86401"]) {
    expect(() => seconds(bad), bad).toThrow(/WATCH_EVERY_SECONDS/);
  }
});

test("a proxy is trusted if a setting says so, and on Vercel", () => {
  const trusted = (source: Record<string, string>) => parseEnv(source).TRUSTED_PROXY;
  expect(trusted({})).toBe(false);
  expect(trusted({ TRUSTED_PROXY: "1" })).toBe(true);
  expect(trusted({ VERCEL: "1" })).toBe(true);
  expect(trusted({ VERCEL: "1", TRUSTED_PROXY: "0" })).toBe(false);
  expect(() => trusted({ TRUSTED_PROXY: "10.0.0.1" })).toThrow(/TRUSTED_PROXY/);
});

test("a metrics token that could be guessed is refused, and not shown", () => {
  expect(() => parseEnv({ METRICS_TOKEN: "short-token" })).toThrow(/METRICS_TOKEN/);
  expect(() => parseEnv({ METRICS_TOKEN: "short-token" })).not.toThrow(/short-token/);
  expect(parseEnv({ METRICS_TOKEN: "sixteen-letters!" }).METRICS_TOKEN).toBe("sixteen-letters!");
});
