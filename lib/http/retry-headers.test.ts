import { expect, test } from "vitest";
import { retryHeaders } from "./retry-headers";

test.each([
  [12, "12"],
  [0.2, "1"],
  [0, "1"],
  [-5, "1"],
  [1e26, "900"],
  [Number.POSITIVE_INFINITY, "900"],
  [Number.NaN, "1"],
])("waiting %s seconds is said as %s", (retryAfterSeconds, said) => {
  expect(retryHeaders({ code: "unavailable", retryAfterSeconds })).toEqual({ "Retry-After": said });
});

test("a client that asked for too much is told what it may ask for", () => {
  expect(retryHeaders({ code: "too-many-requests", retryAfterSeconds: 17 })).toEqual({
    "Retry-After": "17",
    "RateLimit-Policy": '"clients";q=120;w=60',
    RateLimit: '"clients";r=0;t=17',
  });
});

test("where waiting does not help nothing is said", () => {
  expect(retryHeaders({ code: "player-not-served", retryAfterSeconds: null })).toEqual({});
});
