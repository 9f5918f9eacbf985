import { expect, test } from "vitest";
import { createMetrics } from "./metrics";

test("an unknown surface gets no time series of its own", async () => {
  const { observer, text } = createMetrics();
  for (const surface of ["page", "/user/Someone", "Someone"]) {
    observer({ type: "player", surface, result: "hit", milliseconds: 2 });
  }
  expect(await text()).toContain('longplay_player_seconds_count{surface="page",result="hit"} 1');
  expect(await text()).toContain('longplay_player_seconds_count{surface="other",result="hit"} 2');
  expect(await text()).not.toContain("Someone");
});

test("players of the daily check are counted by outcome, with the number left", async () => {
  const { observer, text } = createMetrics();
  expect(await text()).not.toMatch(/^longplay_watched_players_left/m);
  const run = { type: "watch", same: 3, read: 1, dropped: 0, milliseconds: 5 } as const;
  observer({ ...run, left: 7, stoppedBy: "busy" });
  observer({ ...run, left: 2, stoppedBy: null });
  const metrics = await text();
  expect(metrics).toContain('longplay_watched_players_total{outcome="same"} 6');
  expect(metrics).toContain('longplay_watched_players_total{outcome="read"} 2');
  expect(metrics).toMatch(/^longplay_watched_players_left 2$/m);
  expect(metrics).toContain('longplay_watch_put_off_total{outcome="busy"} 1');
});

test("refreshes that did not happen are counted by what stayed stale, and why", async () => {
  const { observer, text } = createMetrics();
  for (const reason of ["paused", "paused", "refused"] as const) {
    observer({ type: "refresh-skipped", source: "player", reason });
  }
  const series = "longplay_refreshes_skipped_total";
  expect(await text()).toContain(`${series}{source="player",reason="paused"} 2`);
  expect(await text()).toContain(`${series}{source="player",reason="refused"} 1`);
});

test("the calls left are reported once they are known", async () => {
  const { observer, text } = createMetrics();
  expect(await text()).not.toMatch(/^longplay_upstream_calls_left/m);
  observer({ type: "rate-limiter", callsLeft: 17, failures: 0, breaker: "closed" });
  expect(await text()).toMatch(/^longplay_upstream_calls_left 17$/m);
});
