import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchProgress } from "./watch-progress";

const page = Object.assign(new EventTarget(), { hidden: false });
const answers: unknown[] = [];
const asked = vi.fn(async () => {
  const answer = answers.shift();
  return answer === undefined ? new Response("", { status: 503 }) : Response.json(answer);
});
const filling = (since: number) => ({ state: "filling", since, years: [since] });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("fetch", asked);
  asked.mockClear();
  answers.length = 0;
  page.hidden = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

test("it asks until all unlocks are read", async () => {
  answers.push(filling(2025), filling(2019), { state: "complete", since: 2016, years: [] });
  const states: unknown[] = [];
  watchProgress("Ann", ({ state, since }) => states.push([state, since]));
  expect(asked).not.toHaveBeenCalled();
  await minutes(10);
  expect(states).toEqual([
    ["filling", 2025],
    ["filling", 2019],
    ["complete", 2016],
  ]);
  expect(asked).toHaveBeenCalledTimes(3);
  expect(asked).toHaveBeenCalledWith("/api/v1/users/Ann/unlocks/progress");
});

const none = { state: "none", since: null, years: [] };

test("it goes on while another server takes its first turn", async () => {
  answers.push(none, none, filling(2025), { state: "complete", since: 2016, years: [] });
  const states: string[] = [];
  watchProgress("Ann", ({ state }) => states.push(state));
  await minutes(10);
  expect(states).toEqual(["none", "none", "filling", "complete"]);
});

test("it ends a minute after none are being read, and after some minutes of failures", async () => {
  answers.push(...Array(60).fill(none));
  watchProgress("Ann", () => undefined);
  await minutes(10);
  expect(asked).toHaveBeenCalledTimes(12);
  answers.length = 0;
  watchProgress("Ann", () => undefined);
  await minutes(60);
  expect(asked).toHaveBeenCalledTimes(72);
});

test("it waits while the page is hidden, and can be ended", async () => {
  page.hidden = true;
  const end = watchProgress("Ann", () => undefined);
  await minutes(10);
  expect(asked).not.toHaveBeenCalled();
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  await minutes(0.25);
  const count = asked.mock.calls.length;
  expect(count).toBeGreaterThan(1);
  end();
  await minutes(10);
  expect(asked).toHaveBeenCalledTimes(count);
});
