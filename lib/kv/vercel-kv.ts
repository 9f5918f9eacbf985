import { createClient } from "@vercel/kv";
import { LIMITS } from "@/lib/limits";
import type { Store } from "./store";

/** How long a request may wait for a command. A store slower than asking RA is no help. */
const ANSWER_MS = 1000;
/** Nobody waits for a value to be written or for keys to be listed, and a large library takes a while to send. */
const WRITE_MS = 5000;

/** Redis runs a script as one step: nothing comes between the comparison and the write. */
const COMPARE_AND_SET = `
local current = redis.call('GET', KEYS[1])
local expected = ARGV[1] == '1' and ARGV[2] or false
if current ~= expected then return {0, current} end
if ARGV[3] == '1' then
  if ARGV[5] == '' then
    redis.call('SET', KEYS[1], ARGV[4])
  else
    redis.call('SET', KEYS[1], ARGV[4], 'EX', ARGV[5])
  end
  return {1, ARGV[4]}
end
redis.call('DEL', KEYS[1])
return {1, false}`;

/** The cursor with which Redis begins to list keys, and tells that it is through. */
const FIRST = "0";

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
    async keeps() {
      return { kept: true };
    },
    async get(key) {
      return client.get<string>(key);
    },
    async getMany(keys) {
      return client.mget<(string | null)[]>(keys);
    },
    async set(key, value, ttlSeconds) {
      await (ttlSeconds === null
        ? writer.set(key, value)
        : writer.set(key, value, { ex: ttlSeconds }));
    },
    async compareAndSet(key, expected, value, ttlSeconds) {
      const sender = ttlSeconds === null ? writer : client;
      const [done, current] = await sender.eval<string[], [number | string, string | null]>(
        COMPARE_AND_SET,
        [key],
        [flag(expected), expected ?? "", flag(value), value ?? "", String(ttlSeconds ?? "")],
      );
      return { done: Number(done) === 1, current };
    },
    async keys(prefix, cursor) {
      const [next, keys] = await writer.scan(cursor ?? FIRST, {
        // These stand for other characters in a pattern of Redis'.
        match: `${prefix.replaceAll(/[*?[\]\\]/g, "\\$&")}*`,
        count: LIMITS.storeKeysAPage,
      });
      return { keys, cursor: String(next) === FIRST ? null : String(next) };
    },
  };
}
