import { expect, test } from "vitest";
import { hasBearerToken } from "./bearer-token";

const TOKEN = "a-token-of-this-test";

test.each([
  [`Bearer ${TOKEN}`, true],
  [`Bearer ${TOKEN} `, true],
  [`bearer ${TOKEN}`, true],
  [`BEARER  ${TOKEN}`, true],
  [`Bearer ${TOKEN}s`, false],
  [`Bearer ${TOKEN.slice(0, -1)}`, false],
  ["Bearer ", false],
  [`Basic ${TOKEN}`, false],
  [TOKEN, false],
  [null, false],
])("%s is the token: %s", (authorization, isToken) => {
  const headers = new Headers(authorization === null ? {} : { Authorization: authorization });
  expect(hasBearerToken({ headers }, TOKEN)).toBe(isToken);
});
