import { LRUCache } from "lru-cache";
import type { Store } from "@/lib/kv";
import { guardStore } from "./guarded-store";

const KEPT_SECONDS = 30 * 86_400;
/** So long a picture that could not be had is not asked for again. */
const FAILED_MS = 60_000;
const MAX_BYTES = 16 * 1024 * 1024;

interface PictureCacheOptions {
  store: Store;
  /** The small PNG at a path, or null if what is there is no picture. May throw. */
  make: (path: string) => Promise<Uint8Array | null>;
}

/** Pictures for cards: small PNGs as data URIs, kept in memory and 30 days in the store. */
export interface PictureCache {
  /** The picture if this process has it already. */
  peek(path: string): string | null;
  /** Gets a picture into memory; one that cannot be had stays away. Never throws. */
  load(path: string): Promise<void>;
}

/** Makes a cache of pictures. Requests for one picture at the same time share one load. */
export function createPictureCache({ store, make }: PictureCacheOptions): PictureCache {
  const guarded = guardStore(store, () => performance.now());
  const pictures = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (uri) => uri.length,
  });
  const failed = new LRUCache<string, true>({ max: 5000, ttl: FAILED_MS });
  const loading = new Map<string, Promise<void>>();

  async function load(path: string): Promise<void> {
    const key = `longplay:picture:${path}`;
    const stored = await guarded.get(key);
    const base64 = stored?.startsWith("iVBORw0KGgo")
      ? stored
      : await make(path).then(
          (bytes) => bytes && Buffer.from(bytes).toString("base64"),
          () => null,
        );
    if (!base64) {
      failed.set(path, true);
      return;
    }
    pictures.set(path, `data:image/png;base64,${base64}`);
    if (base64 !== stored) await guarded.set(key, base64, KEPT_SECONDS);
  }

  return {
    peek: (path) => pictures.get(path) ?? null,
    async load(path) {
      if (pictures.has(path) || failed.has(path)) return;
      const under = loading.get(path) ?? load(path).finally(() => loading.delete(path));
      loading.set(path, under);
      await under;
    },
  };
}
