import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { guardStore } from "./guarded-store";

/** How long an image is kept in the store. */
export const IMAGE_KEPT_SECONDS = 30 * 86_400;
/** So long an image that could not be had is not asked for again. */
const FAILED_MS = 60_000;
/** Who waits longer for a turn to fetch is no longer waited for, and what nobody waits for is not fetched. */
const TURN_MS = 2000;
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

/** Images for cards: small PNGs as data URIs, kept in memory and 30 days in the store. */
export interface ImageCache {
  /** The image if this process has it already. */
  peek(path: string): string | null;
  /**
   * Gets an image into memory; one that cannot be had stays away for a minute, and one for which too
   * many others are under way is simply not there this time. Never throws.
   */
  load(path: string): Promise<void>;
  /** Resolves when all that has come so far is stored, or cannot be. Never throws. */
  stored(): Promise<void>;
}

/** Makes a cache of images. Requests for one image at the same time share one load. */
export function createImageCache(options: ImageCacheOptions): ImageCache {
  const { store, fetch, shrink, now = () => performance.now() } = options;
  const guarded = guardStore(store, now);
  const images = new LRUCache<string, string>({
    maxSize: LIMITS.imagesBytes,
    sizeCalculation: (uri) => uri.length,
  });
  const failed = new LRUCache<string, true>({
    max: LIMITS.imagesFailed,
    ttl: FAILED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const loading = new Map<string, Promise<void>>();
  const writing = new Set<Promise<unknown>>();
  const fetching = pLimit(LIMITS.imagesFetchedAtOnce);
  const shrinking = pLimit(LIMITS.imagesShrunkAtOnce);

  async function load(path: string): Promise<void> {
    const key = `longplay:image:${path}`;
    const stored = await guarded.get(key);
    if (stored && isImage(stored)) {
      keep(path, stored);
      return;
    }
    const asked = now();
    try {
      const bytes = await fetching(async () =>
        now() - asked > TURN_MS ? null : await fetch(path),
      );
      if (!bytes) return;
      const small = await shrinking(() => shrink(bytes));
      const base64 = small && Buffer.from(small).toString("base64");
      if (!base64 || !isImage(base64)) throw new Error("no image");
      keep(path, base64);
      write(key, base64);
    } catch {
      failed.set(path, true);
    }
  }

  function keep(path: string, base64: string): void {
    images.set(path, `data:image/png;base64,${base64}`);
  }

  /** No answer waits for it. While the store is slow, some images are not written. */
  function write(key: string, base64: string): void {
    if (writing.size >= LIMITS.imagesUnderWay) return;
    const write = guarded.set(key, base64, IMAGE_KEPT_SECONDS).finally(() => writing.delete(write));
    writing.add(write);
  }

  return {
    peek: (path) => images.get(path) ?? null,
    async load(path) {
      if (images.has(path) || failed.has(path)) return;
      let under = loading.get(path);
      if (!under) {
        if (loading.size >= LIMITS.imagesUnderWay) return;
        under = load(path).finally(() => loading.delete(path));
        loading.set(path, under);
      }
      await under;
    },
    async stored() {
      await Promise.all(writing);
    },
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
