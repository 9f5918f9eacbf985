import { expect, test } from "vitest";
import { safeText } from "./safe-text";

const KEY = "theSecretKey";

test.each([
  `fetch failed: https://retroachievements.org/API/API_GetUserProfile.php?u=Someone&y=${KEY}`,
  `Cannot reach redis://default:${KEY}@kv.example:6379`,
  `GET /API/API_GetUserProfile.php?y=${KEY} gave 500`,
  `bad parameters: y=${KEY}&u=Someone`,
  `{"y": "Someone", "apiKey": "${KEY}"}`,
  `KV_REST_API_TOKEN=${KEY}`,
  `Authorization: Bearer ${KEY}`,
])("redacts the secret in: %s", (text) => {
  expect(safeText(text, 500)).not.toMatch(/theSecretKey|Someone@|default:/);
});

test.each([
  ["connect ECONNREFUSED 203.0.113.77:6379", "connect ECONNREFUSED [address]"],
  ["connect ECONNREFUSED ::1", "connect ECONNREFUSED [address]"],
  ["for 2001:db8::7 there is none", "for [address] there is none"],
])("redacts the address in: %s", (text, left) => {
  expect(safeText(text, 500)).toBe(left);
});

test.each([
  "TypeError: Cannot read properties of undefined (reading 'games')",
  "    at GET (/site/.next/server/chunks/ssr/[root]__12.js:1:2345)",
  "    at file:///site/lib/cards/card.ts:10:4",
  "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
  "Expected 3 games at 12:30, not 4",
])("keeps what helps to find a bug: %s", (text) => {
  expect(safeText(text, 500)).toBe(text);
});

test("a long text is cut", () => {
  expect(safeText("a ".repeat(1_000_000), 2000)).toHaveLength(2000);
});
