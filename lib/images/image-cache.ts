import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { createSingleFlight } from "@/lib/async/single-flight";
import { createCachedSource } from "@/lib/cache/cached-source";
import { guardStore } from "@/lib/cache/guarded-store";
import { createLimitedCalls } from "@/lib/cache/limited-calls";
import { createTieredCache } from "@/lib/cache/tiered-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import { Busy, isUpstreamError } from "@/lib/domain/upstream-error";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";

/** A card waits no longer than this for a turn to fetch, and what no card waits for is not fetched. */
const TURN_MS = 2000;
const DATA_URI = "data:image/png;base64,";
/** How every PNG ends. */
const PNG_END = "0000000049454e44ae426082";

interface ImageCacheOptions {
  store: Store;
  /** The bytes at a path. May throw. */
  fetch: (path: string) => Promise<Uint8Array>;
  /** The small PNG made of them, or null if they are no image. May throw. */
  shrink: (bytes: Uint8Array) => Promise<Uint8Array | null>;
  /** Milliseconds since some moment before now. */
  now?: () => number;
}

/** Images for cards: small PNGs as data URIs. */
export type ImageCache = ReturnType<typeof createImageCache>;

/** Makes the cache of images: a source without a rate limiter or a lock, as they come from a media host. */
export function createImageCache(options: ImageCacheOptions) {
  const { fetch, shrink, now = () => performance.now() } = options;
  const store = guardStore(options.store, now);
  const values = createTieredCache<string>({
    store,
    storeKey: (path) => `longplay:image:${path}`,
    encode: (uri) => uri.slice(DATA_URI.length),
    // When an image was fetched is not stored: the store drops it after its time.
    decode: (base64) => (isImage(base64) ? { value: DATA_URI + base64, fetchedAt: now() } : null),
    sizeOf: (uri) => uri.length,
    maxSize: LIMITS.imagesBytes,
    maxWrites: LIMITS.imagesUnderWay,
    freshSeconds: CACHE_TIMES.image.seconds,
    staleSeconds: 0,
    now,
  });
  const failed = new LRUCache<string, true>({
    max: LIMITS.imagesFailed,
    ttl: CACHE_TIMES.imageFailure.seconds * 1000,
    ttlResolution: 0,
    perf: { now },
  });
  const fetching = pLimit(LIMITS.imagesFetchedAtOnce);
  const shrinking = pLimit(LIMITS.imagesShrunkAtOnce);

  async function fetchSmall(path: string) {
    const asked = now();
    const bytes = await fetching(() => {
      if (now() - asked > TURN_MS) throw new Busy(1);
      return fetch(path);
    });
    const small = await shrinking(() => shrink(bytes));
    const base64 = small && Buffer.from(small).toString("base64");
    if (!base64 || !isImage(base64)) throw new Error("no image");
    return { id: path, value: DATA_URI + base64, fetchedAt: now() };
  }

  /** Bounds the reads of the store too: cards ask for many images at once. */
  const loads = createSingleFlight<void>(LIMITS.imagesUnderWay);

  const source = createCachedSource<string>({
    name: "image",
    values,
    store,
    calls: createLimitedCalls(null),
    firstCalls: 0,
    maxLoads: LIMITS.imagesUnderWay,
    lockKey: null,
    fetch: fetchSmall,
    now,
  });

  return {
    /** The image if this process has it already. */
    peek: (path: string) => values.peek(path)?.value ?? null,
    /**
     * Gets an image into memory. One that could not be loaded is not tried again for a minute, and while too many are
     * being loaded it is not there this time. Never throws.
     */
    async load(path: string): Promise<void> {
      if (values.peek(path) || failed.has(path) || loads.isFull(path)) return;
      await loads.run(path, async () => {
        try {
          await source.get(path);
        } catch (error) {
          // If there was no room or no turn for an image, nothing is wrong with it.
          const isTooBusy = isUpstreamError(error) && error.code === "busy";
          if (!isTooBusy) failed.set(path, true);
        }
      });
    },
    /** Resolves when all that was loaded so far is stored, or cannot be. Never throws. */
    stored: () => values.written(),
  };
}

/** Whether base64 is of a whole PNG of no more than its size; it will stand in cards as it is. */
function isImage(base64: string): boolean {
  if (base64.length > LIMITS.storedImageCharacters || !base64.startsWith("iVBORw0KGgo")) {
    return false;
  }
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64 && bytes.subarray(-12).toString("hex") === PNG_END;
}
