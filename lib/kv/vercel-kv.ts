import { createClient } from "@vercel/kv";
import type { Store } from "./store";

/** How long a request may wait for a command. A store slower than asking RA is no help. */
const ANSWER_MS = 1000;
/** Nobody waits for a value to be written, and a large library takes a while to send. */
const WRITE_MS = 5000;

/** Redis runs a script as one step: nothing comes between the comparison and the write. */
const COMPARE_AND_SET = `
local current = redis.call('GET', KEYS[1])
local expected = ARGV[1] == '1' and ARGV[2] or false
if current ~= expected then return {0, current} end
if ARGV[3] == '1' then
  redis.call('SET', KEYS[1], ARGV[4], 'EX', ARGV[5])
  return {1, ARGV[4]}
end
redis.call('DEL', KEYS[1])
return {1, false}`;

/** The store behind Upstash's REST protocol, through `@vercel/kv`. */
export function createVercelKvStore(url: string, token: string): Store {
  const connect = (timeoutMs: number) =>
    createClient({
      url,
      token,
      // Not every server of this protocol encodes replies in base64 when asked to, and the client
      // would decode what was never encoded: values that look like base64 came back corrupted.
      responseEncoding: false,
      // Otherwise a stored "1" comes back as the number 1.
      automaticDeserialization: false,
      enableAutoPipelining: false,
      retry: { retries: 1, backoff: () => 50 },
      signal: () => AbortSignal.timeout(timeoutMs),
    });
  const client = connect(ANSWER_MS);
  const writer = connect(WRITE_MS);
  const flag = (value: string | null) => (value === null ? "0" : "1");
  return {
    name: "vercel-kv",
    async get(key) {
      return client.get<string>(key);
    },
    async getMany(keys) {
      return client.mget<(string | null)[]>(keys);
    },
    async set(key, value, ttlSeconds) {
      await writer.set(key, value, { ex: ttlSeconds });
    },
    async compareAndSet(key, expected, value, ttlSeconds) {
      const [done, current] = await client.eval<string[], [number | string, string | null]>(
        COMPARE_AND_SET,
        [key],
        [flag(expected), expected ?? "", flag(value), value ?? "", String(ttlSeconds)],
      );
      return { done: Number(done) === 1, current };
    },
  };
}
