import { expect, test } from "vitest";
import { retryHeaders } from "./retry-headers";

test.each([
  [12, "12"],
  [0.2, "1"],
  [0, "1"],
  [-5, "1"],
  [900, "900"],
  [900.1, "900"],
  [10_000, "900"],
  [1e26, "900"],
  [Number.POSITIVE_INFINITY, "900"],
  [Number.NaN, "1"],
])("%s seconds are sent as Retry-After: %s", (retryAfterSeconds, said) => {
  expect(retryHeaders({ code: "unavailable", retryAfterSeconds })).toEqual({ "Retry-After": said });
});

test("a client over its limit gets the limit too", () => {
  expect(retryHeaders({ code: "too-many-requests", retryAfterSeconds: 17 })).toEqual({
    "Retry-After": "17",
    "RateLimit-Policy": '"clients";q=120;w=60',
    RateLimit: '"clients";r=0;t=17',
  });
});

test("no headers where waiting does not help", () => {
  expect(retryHeaders({ code: "player-not-served", retryAfterSeconds: null })).toEqual({});
});
