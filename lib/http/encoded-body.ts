import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import zlib from "node:zlib";
import pLimit from "p-limit";
import { LIMITS } from "@/lib/limits";
import type { Encoding } from "./accept-encoding";
import { entityTag } from "./entity-tag";

type Bytes = Uint8Array<ArrayBuffer>;

/** Smaller bodies fit into a packet or two. Next's own compression has the same bound. */
const MIN_BYTES = 1024;

/** Images such as PNG are compressed already. */
const COMPRESSIBLE = /^text\/|[/+](?:json|xml)\b/;

/**
 * Quality 10, made behind the answer, by size and by time of a thread:
 *
 * |                    | bytes   | gzip          | brotli 5      | brotli 9      | brotli 10      | brotli 11      |
 * | ------------------ | ------- | ------------- | ------------- | ------------- | -------------- | -------------- |
 * | card               |  17,090 |  6,304,  1 ms |  6,031,  1 ms |  5,977, 12 ms |  5,322,  13 ms |  5,195,  37 ms |
 * | JSON of 100 games  |  30,812 |  4,736,  0 ms |  4,382,  0 ms |  4,325,  6 ms |  3,780,  17 ms |  3,706,  54 ms |
 * | JSON of 500 games  | 154,065 | 20,503,  2 ms | 18,172,  2 ms | 17,647, 23 ms | 15,574, 117 ms | 15,167, 340 ms |
 * | library of 1,313   |  78,936 | 27,996,  3 ms | 26,475,  3 ms | 26,171, 27 ms | 22,508,  71 ms | 23,301, 194 ms |
 * | overview, HTML     | 111,141 | 18,295,  2 ms | 15,583,  2 ms | 15,132, 23 ms | 14,227,  95 ms | 13,885, 292 ms |
 */
const BROTLI_QUALITY = 10;

/** Rests of the brotli thread, by the time of its work: it takes a quarter of a core at most. */
const REST = 3;

const gzipQueue = pLimit(LIMITS.gzipsAtOnce);
/** One at a time, so that other work of the thread pool goes on. */
const brotliQueue = pLimit(1);

/**
 * The body of a response in each encoding that clients accept. Gzip is made for the first client that accepts it,
 * brotli behind an answer and only if the body is cached; each once. A form that is not smaller is dropped, and the
 * identity is sent where compressing fails.
 */
export class EncodedBody {
  /** Headers of each response with this body, such as `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly isCompressible: boolean;
  /** Set for a cached body only. */
  #onGrowth: (() => void) | undefined;
  readonly #tag: string;
  readonly #identity: Bytes;
  /** Null if the form is not worth it. */
  readonly #forms = new Map<Encoding, Bytes | null>();
  readonly #making = new Map<Encoding, Promise<void>>();

  /** @param tag its entity tag as identity. Default: a hash of the bytes */
  constructor(
    content: string | Uint8Array,
    headers: Readonly<Record<string, string>> & { "Content-Type": string },
    tag?: string,
  ) {
    // Copied, since a small Buffer is a slice of a larger one that it would keep in memory.
    this.#identity = new Uint8Array(Buffer.from(content));
    this.headers = headers;
    this.#tag = tag ?? entityTag(this.#identity);
    this.isCompressible =
      this.#identity.length >= MIN_BYTES && COMPRESSIBLE.test(headers["Content-Type"]);
  }

  /**
   * Says that the body is cached, and so worth brotli.
   *
   * @param onGrowth called when a form is added
   */
  keep(onGrowth: () => void = () => undefined): void {
    this.#onGrowth = onGrowth;
  }

  /** Bytes of all its forms. */
  get byteLength(): number {
    let sum = this.#identity.length;
    for (const form of this.#forms.values()) sum += form?.length ?? 0;
    return sum;
  }

  /** The entity tag of a form. */
  tagOf(encoding: Encoding): string {
    return encoding === "identity" ? this.#tag : this.#tag.replace(/"$/, `-${encoding}"`);
  }

  /**
   * The first of some encodings that can be sent without compressing at request time more than by gzip.
   *
   * @param accepted best first
   */
  async encode(accepted: readonly Encoding[]): Promise<{ encoding: Encoding; bytes: Bytes }> {
    for (const encoding of this.isCompressible ? accepted : []) {
      if (encoding === "identity") break;
      const making = this.#forms.has(encoding) ? undefined : this.#make(encoding);
      if (encoding === "gzip") await making;
      const bytes = this.#forms.get(encoding);
      if (bytes) return { encoding, bytes };
    }
    return { encoding: "identity", bytes: this.#identity };
  }

  /** Makes a form, unless it is being made or too many are waiting. Never rejects. */
  #make(encoding: "gzip" | "br"): Promise<void> | undefined {
    const making = this.#making.get(encoding);
    if (making) return making;
    if (encoding === "br" && this.#onGrowth === undefined) return undefined;
    const compressing = (encoding === "gzip" ? gzip : brotli)(this.#identity);
    if (compressing === null) return undefined;
    const made = compressing
      .catch(() => null)
      .then((form) => {
        this.#forms.set(encoding, form && form.length < this.#identity.length ? form : null);
        this.#making.delete(encoding);
        this.#onGrowth?.();
      });
    this.#making.set(encoding, made);
    return made;
  }
}

/** Null if too many bodies wait. */
function gzip(bytes: Bytes): Promise<Bytes> | null {
  if (gzipQueue.pendingCount >= LIMITS.gzipsWaiting) return null;
  return gzipQueue(async () => new Uint8Array(await promisify(zlib.gzip)(bytes)));
}

/** Null if too many bodies wait. */
function brotli(bytes: Bytes): Promise<Bytes> | null {
  if (brotliQueue.pendingCount >= LIMITS.brotlisWaiting) return null;
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return new Promise((resolve, reject) => {
    brotliQueue(async () => {
      const start = performance.now();
      const compressing = promisify(zlib.brotliCompress)(bytes, { params });
      compressing.then((form) => resolve(new Uint8Array(form)), reject);
      await compressing.catch(() => undefined);
      await pause(REST * (performance.now() - start), undefined, { ref: false });
    });
  });
}
