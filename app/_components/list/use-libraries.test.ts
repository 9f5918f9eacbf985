import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import { type Library, packLibrary } from "@/lib/views/library";
import { openPage, renderHook } from "./test-render-hook";
import { type KnownPlayer, useLibraries } from "./use-libraries";

const NOW = Date.UTC(2026, 10, 24, 12);
const FRESH_SECONDS = 300;

let names = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the site answers about each player: `checkedAt`, or that it fails. */
type Answers = (name: string) => Partial<Library> & { checkedAt?: number; status?: number };

/** A page about players whose libraries the site gives; each test has names of its own, as SWR keeps answers. */
async function renderLibraries(answers: Answers = () => ({}), count = 1) {
  const page = openPage("/user/Anna");
  const players: KnownPlayer[] = Array.from({ length: count }, () => ({
    name: `Player${names++}`,
    checkedAt: NOW,
    refreshError: null,
  }));
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const name = path.split("/").at(-2) ?? "";
    const { checkedAt = NOW, refreshError = null, status = 200 } = answers(name);
    const player = { ...aPlayer([], { name }), checkedAt };
    return Response.json(packLibrary({ player, refreshError }), { status });
  });
  const warmedUp: string[] = [];
  const tools = {
    *warmUp(libraries: Library[]) {
      for (const { player } of libraries) {
        warmedUp.push(player.profile.name);
        yield;
      }
    },
  };
  const loadTools = vi.fn(async () => tools);
  const hook = await renderHook(
    (given: KnownPlayer[]) => useLibraries(given, FRESH_SECONDS, loadTools),
    players,
  );
  return {
    page,
    hook,
    asked,
    warmedUp,
    tools,
    names: players.map(({ name }) => name),
    wait: (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms)),
    loadedNames: () => hook.result.loaded?.libraries.map(({ player }) => player.profile.name),
  };
}

test("libraries are asked for some seconds after the page has loaded", async () => {
  const { asked, wait, names, loadedNames, hook, tools } = await renderLibraries(undefined, 2);
  await wait(2900);
  expect(asked).toEqual([]);
  expect(hook.result).toEqual({ loaded: undefined, hasFailed: false });
  await wait(200);
  expect(asked).toEqual(names.map((name) => `/api/v1/users/${name}/library`));
  await wait(100);
  expect(loadedNames()).toEqual(names);
  expect(hook.result.loaded?.tools).toBe(tools);
});

test.each(["pointermove", "pointerdown", "keydown", "focusin", "scroll"])(
  "a reader's %s asks for them at once, and only once",
  async (sign) => {
    const { page, asked, wait } = await renderLibraries();
    await page.dispatch(sign);
    await wait(10);
    expect(asked).toHaveLength(1);
    expect(page.listeners(sign)).toBe(0);
    await wait(10_000);
    expect(asked).toHaveLength(1);
  },
);

test("a page that is left asks for nothing", async () => {
  const { page, hook, asked, wait } = await renderLibraries();
  await hook.unmount();
  expect(page.listeners("pointermove")).toBe(0);
  await wait(10_000);
  expect(asked).toEqual([]);
});

test.each<[string, Partial<Library> & { checkedAt?: number }, number]>([
  ["fresh", {}, FRESH_SECONDS * 1000],
  ["stale", { checkedAt: NOW - FRESH_SECONDS * 1000 }, 5000],
  ["without an answer of RetroAchievements", { refreshError: "unavailable" }, 30_000],
])("a library that is %s is asked for again after its time", async (_, answer, ms) => {
  const { page, asked, wait } = await renderLibraries(() => answer);
  await page.dispatch("scroll");
  await wait(10);
  expect(asked).toHaveLength(1);
  await wait(ms - 1000);
  expect(asked).toHaveLength(1);
  await wait(1100);
  expect(asked).toHaveLength(2);
});

test("of several libraries, the one that may change first decides", async () => {
  const stale = { checkedAt: NOW - FRESH_SECONDS * 1000 };
  let first: string | undefined;
  const { page, asked, wait } = await renderLibraries((name) => {
    first ??= name;
    return name === first ? {} : stale;
  }, 2);
  await page.dispatch("scroll");
  await wait(10);
  await wait(5100);
  expect(asked).toHaveLength(4);
});

test("an answer without news keeps the very library, and warms nothing up again", async () => {
  const stale = { checkedAt: NOW - FRESH_SECONDS * 1000 };
  const { page, hook, asked, wait, warmedUp } = await renderLibraries(() => stale);
  await page.dispatch("scroll");
  await wait(100);
  const before = hook.result.loaded;
  expect(warmedUp).toHaveLength(1);
  await wait(5100);
  expect(asked).toHaveLength(2);
  expect(hook.result.loaded).toBe(before);
  expect(warmedUp).toHaveLength(1);
});

test.each<[string, Partial<Library> & { checkedAt?: number }]>([
  ["a later check", { checkedAt: NOW + 1 }],
  ["a failed refresh", { refreshError: "unavailable" }],
])("an answer with %s takes the place of the library", async (_, news) => {
  const stale = { checkedAt: NOW - FRESH_SECONDS * 1000 };
  let answer: typeof news = stale;
  const { page, hook, wait, warmedUp } = await renderLibraries(() => answer);
  await page.dispatch("scroll");
  await wait(100);
  answer = { ...stale, ...news };
  await wait(5100);
  expect(hook.result.loaded?.libraries[0]).toMatchObject(
    "refreshError" in news ? news : { player: news },
  );
  expect(warmedUp).toHaveLength(2);
});

test("news of one player keeps the others' libraries", async () => {
  let later = 0;
  const { page, hook, wait, names } = await renderLibraries(
    (name) => ({
      checkedAt: NOW - FRESH_SECONDS * 1000 + (name === names[1] ? later : 0),
    }),
    2,
  );
  await page.dispatch("scroll");
  await wait(100);
  const before = hook.result.loaded?.libraries;
  later = 1;
  await wait(5100);
  const after = hook.result.loaded?.libraries;
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).not.toBe(before?.[1]);
});

test("libraries that cannot be had have failed, until they can", async () => {
  let status = 503;
  const { page, hook, wait } = await renderLibraries(() => ({ status }));
  await page.dispatch("scroll");
  await wait(100);
  expect(hook.result).toEqual({ loaded: undefined, hasFailed: true });
  status = 200;
  await wait(60_000);
  expect(hook.result).toMatchObject({ hasFailed: false });
  expect(hook.result.loaded).toBeDefined();
  status = 503;
  await wait(FRESH_SECONDS * 1000 + 1000);
  expect(hook.result).toMatchObject({ hasFailed: false });
});

test("what choices take is prepared step by step, and ends with the page", async () => {
  const { page, hook, wait, names, warmedUp } = await renderLibraries(undefined, 3);
  await page.dispatch("scroll");
  await wait(0);
  await act(async () => vi.advanceTimersToNextTimer());
  const before = warmedUp.length;
  await hook.unmount();
  await wait(100);
  expect(warmedUp).toEqual(names.slice(0, before));
  expect(before).toBeLessThan(3);
});

test("libraries are given when what choices take is prepared, and new ones replace them then", async () => {
  const stale = { checkedAt: NOW - FRESH_SECONDS * 1000 };
  let answer = stale;
  const { page, hook, wait, warmedUp, names } = await renderLibraries(() => answer, 3);
  await page.dispatch("scroll");
  await wait(0);
  await act(async () => vi.advanceTimersToNextTimer());
  expect(warmedUp.length).toBeLessThan(names.length);
  expect(hook.result.loaded).toBeUndefined();
  await wait(100);
  expect(warmedUp).toEqual(names);
  const before = hook.result.loaded;
  expect(before?.libraries).toHaveLength(3);
  answer = { checkedAt: NOW };
  await wait(5000);
  expect(hook.result.loaded).toBe(before);
  await wait(100);
  expect(hook.result.loaded?.libraries[0]?.player.checkedAt).toBe(NOW);
});
