import { createClient } from "@vercel/kv";
import type { Store } from "./store";

/** How long a command may take. A store slower than asking RA is no help. */
const TIMEOUT_MS = 2000;

/** The store behind Upstash's REST protocol, through `@vercel/kv`. */
export function createVercelKvStore(url: string, token: string): Store {
  const client = createClient({
    url,
    token,
    // Not every server of this protocol encodes replies in base64 when asked to, and the client
    // would decode what was never encoded: values that look like base64 came back corrupted.
    responseEncoding: false,
    // Otherwise a stored "1" comes back as the number 1.
    automaticDeserialization: false,
    retry: { retries: 1, backoff: () => 100 },
    signal: () => AbortSignal.timeout(TIMEOUT_MS),
  });
  return {
    name: "vercel-kv",
    async get(key) {
      return client.get<string>(key);
    },
    async set(key, value, ttlSeconds) {
      await client.set(key, value, { ex: ttlSeconds });
    },
  };
}
