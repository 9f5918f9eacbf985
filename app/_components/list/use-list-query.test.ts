import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  DEFAULT_LIST_QUERY,
  LIST_PARAMETERS,
  type ListQuery,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";
import type { ListCodec } from "./list-codec";
import { openPage, renderHook } from "./test-render-hook";
import { useListQuery } from "./use-list-query";

const CODEC: ListCodec<ListQuery> = {
  parameters: LIST_PARAMETERS,
  all: DEFAULT_LIST_QUERY,
  parse: parseListQuery,
  toSearch: listQueryToSearch,
};
const ALL = DEFAULT_LIST_QUERY;
const PAGE_2 = { ...ALL, page: 2 };
const typed = (q: string) => ({ ...ALL, q });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The hook on a page at an address, with each change given to React at once. */
async function renderQuery(search = "", codec = CODEC) {
  const page = openPage(`/user/Anna${search}`);
  const initial = codec.parse(new URLSearchParams(search)).query;
  const hook = await renderHook(
    (given: ListCodec<ListQuery>) => useListQuery(given, initial),
    codec,
  );
  return {
    page,
    hook,
    query: () => hook.result.query,
    show: (query: ListQuery) => act(async () => hook.result.show(query)),
    type: (query: ListQuery) => act(async () => hook.result.type(query)),
    askServer: () => act(async () => hook.result.askServer()),
    wait: (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms)),
  };
}

test("a choice is shown at once, and is a step of the history", async () => {
  const { page, query, show } = await renderQuery("?sort=game_title");
  await show(PAGE_2);
  expect(query()).toEqual(PAGE_2);
  await show(ALL);
  expect(page.steps).toEqual(["push /user/Anna?page=2", "push /user/Anna"]);
});

test("what is shown already is no step", async () => {
  const { page, show } = await renderQuery("?page=2");
  await show(PAGE_2);
  expect(page.steps).toEqual([]);
});

test("key strokes are shown at once and written when typing pauses", async () => {
  const { page, query, type, wait } = await renderQuery();
  await type(typed("t"));
  expect(query().q).toBe("t");
  await wait(200);
  await type(typed("ti"));
  await wait(200);
  expect(page.steps).toEqual([]);
  await wait(60);
  expect(page.steps).toEqual(["push /user/Anna?q=ti"]);
});

test("all that is typed is one step, until something else is chosen", async () => {
  const { page, show, type, wait } = await renderQuery();
  for (const q of ["t", "ti"]) {
    await type(typed(q));
    await wait(300);
  }
  await show({ ...typed("ti"), page: 2 });
  await type(typed("tin"));
  await wait(300);
  expect(page.steps).toEqual([
    "push /user/Anna?q=t",
    "replace /user/Anna?q=ti",
    "push /user/Anna?q=ti&page=2",
    "push /user/Anna?q=tin",
  ]);
});

test("a choice right after a key stroke leaves both in the history", async () => {
  const { page, show, type, wait } = await renderQuery();
  await type(typed("t"));
  await show({ ...typed("t"), page: 2 });
  await wait(300);
  expect(page.steps).toEqual(["push /user/Anna?q=t", "push /user/Anna?q=t&page=2"]);
});

test("a step back shows what the address says, and forgets what was typed", async () => {
  const { page, query, type, wait } = await renderQuery();
  await type(typed("t"));
  await page.goBackTo("?page=2");
  await wait(300);
  expect(query()).toEqual(PAGE_2);
  expect(page.steps).toEqual([]);
});

test("after a step back, typing is a step of its own again", async () => {
  const { page, type, wait } = await renderQuery();
  await type(typed("t"));
  await wait(300);
  await page.goBackTo("");
  await type(typed("u"));
  await wait(300);
  expect(page.steps).toEqual(["push /user/Anna?q=t", "push /user/Anna?q=u"]);
});

test("a step to an anchor keeps the query as it is", async () => {
  const { page, query, show } = await renderQuery();
  await show(PAGE_2);
  const before = query();
  await page.goBackTo("?page=2");
  expect(query()).toBe(before);
});

test("the server is asked for the newest query", async () => {
  const { page, type, askServer } = await renderQuery();
  await type(typed("t"));
  await askServer();
  expect(page.steps).toEqual(["push /user/Anna?q=t"]);
  expect(page.reloads()).toBe(1);
});

test("a page that is left listens no more, and writes nothing", async () => {
  const { page, hook, type, wait } = await renderQuery();
  expect(page.listeners("popstate")).toBe(1);
  await type(typed("t"));
  await hook.unmount();
  await wait(300);
  expect(page.listeners("popstate")).toBe(0);
  expect(page.steps).toEqual([]);
});

test("another codec reads and writes the address from then on", async () => {
  const { page, hook, query, show } = await renderQuery();
  await hook.render({
    ...CODEC,
    parse: () => ({ query: { ...ALL, page: 9 }, ignored: [] }),
    toSearch: ({ page: at }) => `?p=${at}`,
  });
  await show(PAGE_2);
  expect(page.steps).toEqual(["push /user/Anna?p=2"]);
  await page.goBackTo("");
  expect(query().page).toBe(9);
});
