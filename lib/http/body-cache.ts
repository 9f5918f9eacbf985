import { LRUCache } from "lru-cache";
import type { EncodedBody } from "./encoded-body";

/** An LRU of bodies, bounded by the bytes of all their forms. */
export class BodyCache {
  readonly #maxBodyBytes: number;
  readonly #bodies: LRUCache<string, EncodedBody>;

  /** @param bounds bytes of all bodies with their keys, and of one as it is cached first: a larger one is not */
  constructor(bounds: { maxBytes: number; maxBodyBytes?: number }) {
    this.#maxBodyBytes = bounds.maxBodyBytes ?? bounds.maxBytes;
    this.#bodies = new LRUCache({
      maxSize: bounds.maxBytes,
      sizeCalculation: (body, key) => body.byteLength + key.length,
    });
  }

  get(key: string): EncodedBody | undefined {
    return this.#bodies.get(key);
  }

  /** Caches a body. It is in one cache only. */
  set(key: string, body: EncodedBody): void {
    if (body.byteLength + key.length > this.#maxBodyBytes) return;
    body.keep(() => {
      if (this.#bodies.peek(key) !== body) return;
      // An LRU counts a value again only if it is another one.
      this.#bodies.delete(key);
      this.#bodies.set(key, body);
    });
    this.#bodies.set(key, body);
  }

  /** Bytes of all forms, with their keys. */
  get byteLength(): number {
    return this.#bodies.calculatedSize;
  }
}
