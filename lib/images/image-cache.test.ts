import { encode } from "fast-png";
import { expect, test, vi } from "vitest";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { LIMITS } from "@/lib/limits";
import { createImageCache } from "./image-cache";

const PNG = encode({ width: 1, height: 1, channels: 3, data: new Uint8Array([200, 60, 60]) });
const BASE64 = Buffer.from(PNG).toString("base64");
const KEY = "longplay:image:/Images/1.png";

const path = (number: number) => `/Images/${number}.png`;
/** Until all that waits for nothing but its turn has been done. */
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

/** Work that the test ends, with the most that was running at once. */
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

test("an image that cannot be fetched, decoded or made small is not fetched again at once", async () => {
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

test("a few images are fetched and shrunk at once, and too many are refused this time", async () => {
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

test("an image is in memory before it is stored, and a hanging write delays no card", async () => {
  const store = { ...createEmbeddedStore(), set: () => new Promise<boolean>(() => undefined) };
  const cache = createImageCache({
    store,
    fetch: async () => PNG,
    shrink: async (bytes) => bytes,
  });
  await cache.load(path(1));
  expect(cache.peek(path(1))).not.toBeNull();
});

/** A cache of images that are small already. */
const aCache = (changed: Partial<Parameters<typeof createImageCache>[0]> = {}) =>
  createImageCache({
    store: createEmbeddedStore(),
    fetch: async () => PNG,
    shrink: async (bytes) => bytes,
    ...changed,
  });

test("a failed image is fetched again after a minute", async () => {
  let now = 1;
  const fetch = vi.fn(async () => PNG).mockRejectedValueOnce(new Error("not now"));
  const cache = aCache({ fetch, now: () => now });
  await cache.load(path(1));
  now += 60_000;
  await cache.load(path(1));
  expect(cache.peek(path(1))).toBeNull();
  now += 1;
  await cache.load(path(1));
  expect(cache.peek(path(1))).not.toBeNull();
});

test("an image that has waited two seconds for a turn is not fetched, and can be asked for again", async () => {
  let now = 1;
  const fetching = aGate(PNG);
  const cache = aCache({ fetch: fetching.run, now: () => now });
  const first = Array.from({ length: LIMITS.imagesFetchedAtOnce }, (_, at) => cache.load(path(at)));
  const late = cache.load(path(100));
  await aMoment();
  now += 2001;
  await fetching.endAll();
  await Promise.all([...first, late]);
  expect(cache.peek(path(0))).not.toBeNull();
  expect(cache.peek(path(100))).toBeNull();
  const again = cache.load(path(100));
  await aMoment();
  await fetching.endAll();
  await again;
  expect(cache.peek(path(100))).not.toBeNull();
});

test("an image that gets a turn within two seconds is fetched", async () => {
  let now = 1;
  const fetching = aGate(PNG);
  const cache = aCache({ fetch: fetching.run, now: () => now });
  const loads = Array.from({ length: LIMITS.imagesFetchedAtOnce + 1 }, (_, at) =>
    cache.load(path(at)),
  );
  await aMoment();
  now += 2000;
  await fetching.endAll();
  await Promise.all(loads);
  expect(cache.peek(path(LIMITS.imagesFetchedAtOnce))).not.toBeNull();
});

test("an image is stored for thirty days, under its path", async () => {
  const store = createEmbeddedStore();
  const set = vi.spyOn(store, "set");
  const cache = aCache({ store });
  await cache.load(path(1));
  await cache.stored();
  expect(set.mock.calls).toEqual([[KEY, BASE64, 2_592_000]]);
});

test("stored() waits until images are written", async () => {
  let write: (() => void) | undefined;
  const set = () =>
    new Promise<boolean>((resolve) => {
      write = () => resolve(true);
    });
  const cache = aCache({ store: { ...createEmbeddedStore(), set } });
  await cache.load(path(1));
  let isStored = false;
  const stored = cache.stored().then(() => {
    isStored = true;
  });
  await aMoment();
  expect(isStored).toBe(false);
  write?.();
  await stored;
  expect(isStored).toBe(true);
});

test("while the store is slow, some images are not written", async () => {
  const set = vi.fn(() => new Promise<boolean>(() => undefined));
  const cache = aCache({ store: { ...createEmbeddedStore(), set } });
  for (let at = 0; at < LIMITS.imagesUnderWay + 5; at++) await cache.load(path(at));
  expect(set).toHaveBeenCalledTimes(LIMITS.imagesUnderWay);
  expect(cache.peek(path(LIMITS.imagesUnderWay + 4))).not.toBeNull();
});

test("an image of the largest size is kept, a byte more is not", async () => {
  const sized = (bytes: number) =>
    Buffer.concat([PNG.subarray(0, 33), Buffer.alloc(bytes - PNG.length), PNG.subarray(33)]);
  const most = (LIMITS.storedImageCharacters / 4) * 3;
  const cache = aCache({ fetch: async (wanted) => sized(wanted === path(1) ? most : most + 1) });
  await cache.load(path(1));
  await cache.load(path(2));
  expect(cache.peek(path(1))).not.toBeNull();
  expect(cache.peek(path(2))).toBeNull();
});

test("cards that ask for an image at once read the store once, and no more images than fit are read at once", async () => {
  const store = createEmbeddedStore();
  const reads = vi.spyOn(store, "getMany").mockImplementation(() => new Promise(() => undefined));
  const gets = vi.spyOn(store, "get").mockImplementation(() => new Promise(() => undefined));
  const count = () => reads.mock.calls.length + gets.mock.calls.length;
  const cache = createImageCache({ store, fetch: async () => PNG, shrink: async (bytes) => bytes });
  for (let times = 0; times < 8; times++) void cache.load(path(1));
  await aMoment();
  expect(count()).toBe(1);
  for (let number = 2; number < 1000; number++) void cache.load(path(number));
  await aMoment();
  expect(count()).toBe(LIMITS.imagesUnderWay);
});
