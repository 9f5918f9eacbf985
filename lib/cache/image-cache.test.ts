import { encode } from "fast-png";
import { expect, test, vi } from "vitest";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { LIMITS } from "@/lib/limits";
import { createImageCache } from "./image-cache";

const PNG = encode({ width: 1, height: 1, channels: 3, data: new Uint8Array([200, 60, 60]) });
const BASE64 = Buffer.from(PNG).toString("base64");
const KEY = "longplay:image:/Images/1.png";

const path = (number: number) => `/Images/${number}.png`;
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Work that ends when it is told to, and knows how much of it was under way at once. */
function aGate<Result>(result: Result) {
  const ends: (() => void)[] = [];
  let most = 0;
  let open = 0;
  return {
    run: () =>
      new Promise<Result>((resolve) => {
        most = Math.max(most, ++open);
        ends.push(() => {
          open--;
          resolve(result);
        });
      }),
    async endAll() {
      for (let rest = ends.splice(0); rest.length > 0; rest = ends.splice(0)) {
        for (const end of rest) end();
        await aMoment();
      }
    },
    most: () => most,
  };
}

test("an image is fetched and made small once, and then comes from memory or the store", async () => {
  const store = createEmbeddedStore();
  const fetch = vi.fn(async () => PNG);
  const one = createImageCache({ store, fetch, shrink: async (bytes) => bytes });
  await Promise.all([one.load(path(1)), one.load(path(1))]);
  await one.load(path(1));
  expect(one.peek(path(1))).toBe(`data:image/png;base64,${BASE64}`);
  await one.stored();
  const other = createImageCache({ store, fetch, shrink: async (bytes) => bytes });
  await other.load(path(1));
  expect(other.peek(path(1))).toBe(one.peek(path(1)));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test.each([
  ["cut", BASE64.slice(0, 60)],
  ["not base64 to its end", `${BASE64}"/><script>alert(1)</script>`],
  ["with breaks in it", `${BASE64.slice(0, 40)}\n${BASE64.slice(40)}`],
  ["no PNG", Buffer.from("<svg/>").toString("base64")],
  [
    "too large",
    Buffer.concat([PNG.subarray(0, 33), Buffer.alloc(20_000), PNG.subarray(33)]).toString("base64"),
  ],
])("a stored image that is %s is fetched again, and mended in the store", async (_, stored) => {
  const store = createEmbeddedStore();
  await store.set(KEY, stored, 60);
  const cache = createImageCache({
    store,
    fetch: async () => PNG,
    shrink: async (bytes) => bytes,
  });
  await cache.load(path(1));
  expect(cache.peek(path(1))).toBe(`data:image/png;base64,${BASE64}`);
  await cache.stored();
  expect(await store.get(KEY)).toBe(BASE64);
});

test("what is no image, cannot be fetched or is not small is not asked for again at once", async () => {
  const large = Buffer.concat([PNG, Buffer.alloc(20_000), PNG]);
  const fetch = vi.fn(async (wanted: string) => {
    if (wanted === path(1)) throw new Error("no such image");
    return PNG;
  });
  const shrink = vi.fn().mockResolvedValueOnce(null).mockResolvedValueOnce(large);
  const cache = createImageCache({ store: createEmbeddedStore(), fetch, shrink });
  for (const wanted of [1, 2, 3, 1, 2, 3]) {
    await cache.load(path(wanted));
    expect(cache.peek(path(wanted))).toBeNull();
  }
  expect(fetch).toHaveBeenCalledTimes(3);
});

test("few are fetched and made small at once, and of too many some are not there this time", async () => {
  const fetching = aGate(PNG);
  const shrinking = aGate(PNG);
  const asked: string[] = [];
  const cache = createImageCache({
    store: createEmbeddedStore(),
    fetch: (wanted) => {
      asked.push(wanted);
      return fetching.run();
    },
    shrink: shrinking.run,
  });
  const count = LIMITS.imagesUnderWay + 50;
  const loads = Array.from({ length: count }, (_, number) => cache.load(path(number)));
  await Promise.all(loads.slice(LIMITS.imagesUnderWay));
  let isLoaded = false;
  const all = Promise.all(loads).then(() => {
    isLoaded = true;
  });
  while (!isLoaded) {
    await aMoment();
    await fetching.endAll();
    await shrinking.endAll();
  }
  await all;
  expect(fetching.most()).toBe(LIMITS.imagesFetchedAtOnce);
  expect(shrinking.most()).toBeLessThanOrEqual(LIMITS.imagesShrunkAtOnce);
  expect(asked.length).toBeLessThanOrEqual(LIMITS.imagesUnderWay);
  // One that was not there may be asked for at once: nothing was wrong with it.
  const last = cache.load(path(count - 1));
  await aMoment();
  await fetching.endAll();
  await shrinking.endAll();
  await last;
  expect(cache.peek(path(count - 1))).not.toBeNull();
});

test("an image is there before it is stored, and a store that never answers a write delays nobody", async () => {
  const store = { ...createEmbeddedStore(), set: () => new Promise<void>(() => undefined) };
  const cache = createImageCache({
    store,
    fetch: async () => PNG,
    shrink: async (bytes) => bytes,
  });
  await cache.load(path(1));
  expect(cache.peek(path(1))).not.toBeNull();
});
