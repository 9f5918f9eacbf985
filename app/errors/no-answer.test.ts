import { expect, test } from "vitest";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { noAnswerPage } from "./no-answer";

/** After how many seconds a page tries again, and its heading. */
function told(code: Parameters<typeof noAnswerPage>[0]["code"], retryAfterSeconds: number | null) {
  const page = noAnswerPage({ user: "Somebody", code, retryAfterSeconds });
  return [
    Number(/http-equiv="refresh" content="(\d+)"/.exec(page)?.[1]),
    /<h1[^>]*>([^<]*)/.exec(page)?.[1],
  ];
}

test("an outage is tried again soon, whatever it says", () => {
  expect(told("unavailable", 300)).toEqual([15, "RetroAchievements is not answering"]);
});

test("a limit is tried again when it ends, within bounds", () => {
  expect(told("busy", 42.1)).toEqual([43, "Busy for the moment"]);
  expect(told("busy", 1)).toEqual([15, "Busy for the moment"]);
  expect(told("too-many-requests", 6000)).toEqual([600, "Too many players at once"]);
  const slowDown = "RetroAchievements asked this site to slow down";
  expect(told("rate-limited", 40)).toEqual([40, slowDown]);
  expect(told("rate-limited", null)).toEqual([15, slowDown]);
});

test("each failure has a heading of its own, and only an outage is said not to answer", () => {
  const codes: UpstreamErrorCode[] = [
    "unavailable",
    "timed-out",
    "invalid-response",
    "unauthorized-key",
    "rate-limited",
    "busy",
    "too-many-requests",
  ];
  expect(new Set(codes.map((code) => told(code, 30)[1])).size).toBe(codes.length);
  const silent = codes.filter((code) =>
    noAnswerPage({ user: "Somebody", code, retryAfterSeconds: 30 }).includes("not answering"),
  );
  expect(silent).toEqual(["unavailable"]);
});

test("a refused key is not tried again: waiting does not help", () => {
  const page = noAnswerPage({
    user: "Somebody",
    code: "unauthorized-key",
    retryAfterSeconds: null,
  });
  expect(page).toContain("refuses this site's API key");
  expect(page).not.toMatch(/http-equiv="refresh"|location\.reload|Try now/);
});

test("what was asked for is shown as text and asked for again as it was", () => {
  const page = noAnswerPage({ user: 'a"<b>', code: "unavailable", retryAfterSeconds: null });
  expect(page).toContain("<strong>a&quot;&lt;b&gt;</strong>");
  expect(page).toContain('href="/user/a%22%3Cb%3E"');
});
