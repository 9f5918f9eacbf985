import { afterEach, expect, test, vi } from "vitest";
import {
  Busy,
  InvalidResponse,
  InvalidUser,
  PlayerNotFound,
  PlayerNotServed,
  RateLimited,
  TimedOut,
  TooManyRequests,
  UnauthorizedKey,
  Unavailable,
} from "@/lib/domain/upstream-error";
import {
  invalidParameters,
  malformedAddress,
  noSuchAddress,
  upstreamProblem,
  yearNotFound,
} from "./problem";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  [new PlayerNotFound(), 404, null],
  [new RateLimited(12), 429, "12"],
  [new Unavailable(7), 503, "7"],
  [new UnauthorizedKey(), 502, null],
  [new InvalidResponse(), 502, "30"],
  [new TimedOut(), 504, "30"],
])("%s has its status and Retry-After", async (error, status, retryAfter) => {
  const response = upstreamProblem(error);
  expect(response.status).toBe(status);
  expect(response.headers.get("Retry-After")).toBe(retryAfter);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Cache-Status")).toBe(`Longplay; detail=${error.code}`);
  const type = `/docs#problem-${error.code}`;
  expect(await response.json()).toMatchObject({ status, type, code: error.code });
});

test("lasting errors are cached for a minute, others not at all", () => {
  expect(upstreamProblem(new Unavailable()).headers.get("Cache-Control")).toBe("no-store");
  expect(upstreamProblem(new PlayerNotFound()).headers.get("Cache-Control")).toContain("s-maxage");
});

test("422 names the fields", async () => {
  const fields = [
    { name: "count", reason: "must be at least 1" },
    { name: "offset", reason: "must be an integer" },
  ];
  const response = invalidParameters(fields);
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    type: "/docs#problem-invalid-parameters",
    title: "Invalid parameters",
    status: 422,
    detail: "count must be at least 1; offset must be an integer",
    code: "invalid-parameters",
    errors: fields,
  });
});

test("an invalid user is an invalid field", async () => {
  const response = upstreamProblem(new InvalidUser());
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toEqual([
    { name: "user", reason: expect.stringContaining("2–20 letters and digits") },
  ]);
});

test("invalid percent-encoding is a bad request, and is not cached", async () => {
  const response = malformedAddress();
  expect(response.status).toBe(400);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(await response.json()).toMatchObject({
    code: "malformed-address",
    detail: expect.stringContaining("percent-encoding"),
  });
});

test("an unknown address links to the documentation", async () => {
  const response = noSuchAddress();
  expect(response.status).toBe(404);
  expect(response.headers.get("Link")).toContain('</docs>; rel="service-doc"');
  expect(await response.json()).toMatchObject({
    type: "/docs#problem-no-such-address",
    code: "no-such-address",
  });
});

test("the type is an absolute URL if SITE_URL is set", async () => {
  vi.stubEnv("SITE_URL", "https://site.example");
  const ofSite = await import("./problem");
  expect((await ofSite.noSuchAddress().json()).type).toBe(
    "https://site.example/docs#problem-no-such-address",
  );
});

test("other errors are thrown on", () => {
  expect(() => upstreamProblem(new TypeError("bug"))).toThrow(TypeError);
});

test("a player who is not served is a cacheable 403", async () => {
  const response = upstreamProblem(new PlayerNotServed());
  expect(response.status).toBe(403);
  expect(response.headers.get("Retry-After")).toBeNull();
  expect(response.headers.get("Cache-Control")).toContain("s-maxage");
});

test("only a client's own limit has RateLimit fields", () => {
  const own = upstreamProblem(new TooManyRequests(9));
  expect(own.status).toBe(429);
  expect(own.headers.get("RateLimit")).toBe('"clients";r=0;t=9');
  expect(own.headers.get("RateLimit-Policy")).toBe('"clients";q=120;w=60');
  expect(upstreamProblem(new RateLimited(9)).headers.get("RateLimit")).toBeNull();
  expect(upstreamProblem(new Busy(9)).headers.get("RateLimit")).toBeNull();
});

test.each([
  [[2024, 2025, 2026], "The years are 2024 to 2026."],
  [[2026], "The only year is 2026."],
])("an unknown year is 404 with the known ones: %o", async (years, detail) => {
  const response = yearNotFound(years);
  expect(response.status).toBe(404);
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=60");
  expect(await response.json()).toEqual({
    type: "/docs#problem-year-not-found",
    title: "Year not found",
    status: 404,
    detail,
    code: "year-not-found",
    years,
  });
});
