import { act, type MouseEvent } from "react";
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
import { useList } from "./use-list";

const CODEC: ListCodec<ListQuery> = {
  parameters: LIST_PARAMETERS,
  all: DEFAULT_LIST_QUERY,
  parse: parseListQuery,
  toSearch: listQueryToSearch,
};
const ALL = DEFAULT_LIST_QUERY;
const PAGE_2 = { ...ALL, page: 2 };
const PATH = "/user/Anna";

class FakeElement {
  constructor(readonly link: FakeLink | null) {}
  closest() {
    return this.link;
  }
}

interface FakeLink {
  origin: string;
  pathname: string;
  search: string;
  hash: string;
}

const LINK: FakeLink = {
  origin: "http://site.test",
  pathname: PATH,
  search: "?page=2",
  hash: "#games",
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A list that the server has made, on a page whose libraries are there or not. */
async function renderList(state: { isReady: boolean; hasFailed: boolean }) {
  const page = openPage(PATH);
  vi.stubGlobal("Element", FakeElement);
  vi.stubGlobal("innerHeight", 800);
  const hook = await renderHook(
    (given: typeof state) => useList({ codec: CODEC, path: PATH, initial: ALL, ...given }),
    state,
  );
  return {
    page,
    hook,
    list: () => hook.result,
    show: (query: ListQuery) => act(async () => hook.result.show(query)),
    type: (query: ListQuery) => act(async () => hook.result.type(query)),
    wait: (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms)),
    /** Whether a click is answered by the page, and not left to the browser. */
    click: async (link: FakeLink | null, event: Partial<MouseEvent> = {}) => {
      const preventDefault = vi.fn();
      const target = new FakeElement(link) as unknown as EventTarget;
      const click = { button: 0, target, preventDefault, ...event } as unknown as MouseEvent;
      await act(async () => hook.result.answerInPlace(click));
      return preventDefault.mock.calls.length === 1;
    },
  };
}

const READY = { isReady: true, hasFailed: false };
const LOADING = { isReady: false, hasFailed: false };
const FAILED = { isReady: false, hasFailed: true };

test("a click on a link of the list is answered in place", async () => {
  const { page, list, click } = await renderList(READY);
  expect(await click(LINK)).toBe(true);
  expect(list().query).toEqual(PAGE_2);
  expect(page.steps).toEqual([`push ${PATH}?page=2`]);
  expect(await click({ ...LINK, search: "", hash: "" })).toBe(true);
  expect(list().query).toEqual(ALL);
});

test.each(["ctrlKey", "metaKey", "shiftKey", "altKey"])(
  "a click with %s is left to the browser",
  async (key) => {
    const { list, click } = await renderList(READY);
    expect(await click(LINK, { [key]: true })).toBe(false);
    expect(list().query).toBe(ALL);
  },
);

test.each([1, 2])("a click with button %i is left to the browser", async (button) => {
  const { click } = await renderList(READY);
  expect(await click(LINK, { button })).toBe(false);
});

test.each([
  ["another page", { ...LINK, pathname: "/user/Ben" }],
  ["another site", { ...LINK, origin: "http://other.test" }],
  ["another part of the page", { ...LINK, hash: "#calendar" }],
  ["nothing", null],
])("a click on a link to %s is left to the browser", async (_, link) => {
  const { page, click } = await renderList(READY);
  expect(await click(link)).toBe(false);
  expect(page.steps).toEqual([]);
});

test("a click beside all elements is left to the browser", async () => {
  const { click } = await renderList(READY);
  expect(await click(LINK, { target: {} as EventTarget })).toBe(false);
});

test("until the libraries are there, links are the browser's", async () => {
  const { hook, click } = await renderList(LOADING);
  expect(await click(LINK)).toBe(false);
  await hook.render(READY);
  expect(await click(LINK)).toBe(true);
});

test("a choice waits for the libraries, and is an answer when they are there", async () => {
  const { page, hook, list, show, wait } = await renderList(LOADING);
  expect(list()).toMatchObject({ isWaiting: false, isAnswer: false });
  await show(PAGE_2);
  expect(list()).toMatchObject({ isWaiting: true, isAnswer: false });
  await wait(5000);
  expect(page.reloads()).toBe(0);
  await hook.render(READY);
  expect(list()).toMatchObject({ isWaiting: false, isAnswer: true });
});

test("if the libraries cannot be had, the server answers a moment after the last letter", async () => {
  const { page, type, wait } = await renderList(FAILED);
  await wait(5000);
  expect(page.reloads()).toBe(0);
  await type({ ...ALL, q: "t" });
  await wait(600);
  await type({ ...ALL, q: "ti" });
  await wait(600);
  expect(page.reloads()).toBe(0);
  await wait(110);
  expect(page.reloads()).toBe(1);
  expect(page.steps.at(-1)).toBe(`replace ${PATH}?q=ti`);
});

test("a choice that waits is asked of the server as soon as the libraries fail", async () => {
  const { page, hook, show, wait } = await renderList(LOADING);
  await show(PAGE_2);
  await wait(5000);
  await hook.render(FAILED);
  await wait(710);
  expect(page.reloads()).toBe(1);
});

test("libraries that come in time spare the server the question", async () => {
  const { page, hook, show, wait } = await renderList(FAILED);
  await show(PAGE_2);
  await wait(600);
  await hook.render(READY);
  await wait(5000);
  expect(page.reloads()).toBe(0);
});

test.each([
  ["above the screen", -1, true],
  ["at the top", 0, false],
  ["in the upper half", 399, false],
  ["in the lower half", 400, true],
])("a list %s is brought into view: at %i, %s", async (_, top, isMoved) => {
  const { list, click } = await renderList(READY);
  const focus = vi.fn();
  const scrollIntoView = vi.fn();
  const heading = { getBoundingClientRect: () => ({ top }), focus, scrollIntoView };
  Object.assign(list().heading, { current: heading });
  await click(LINK);
  expect([focus, scrollIntoView].map(({ mock }) => mock.calls.length)).toEqual(
    isMoved ? [1, 1] : [0, 0],
  );
});
