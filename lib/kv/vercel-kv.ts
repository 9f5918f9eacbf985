import { createClient } from "@vercel/kv";
import { z } from "zod";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { patientTimeout } from "./patient-timeout";
import type { Store } from "./store";

/** How long a command may take that a request waits for: a store slower than RA is no help. */
const ANSWER_MS = 1000;
/** How long other writes and the listing of keys may take: a large library takes a while to send. */
const WRITE_MS = 5000;

/**
 * Redis runs a script as one atomic step. The first keys are those of the guards, then those to set; the rest is
 * deleted. MGET, unlike GET, reads a key of another type as one without a value, as `get` does. A store that gives
 * scripts no clock runs the rest.
 */
const COMMIT = `
local clock = redis.pcall('TIME')
local at = clock[1] and clock[1] .. string.format('%06d', clock[2]) or false
local guards, sets = tonumber(ARGV[1]), tonumber(ARGV[2])
local current, holds = {}, true
for i = 1, guards do
  current[i] = redis.call('MGET', KEYS[i])[1]
  if current[i] ~= (ARGV[2 * i + 1] == '1' and ARGV[2 * i + 2]) then holds = false end
end
if not holds then return {0, at, current} end
for i = guards + 1, guards + sets do
  local value, ttl = ARGV[2 * i + 1], ARGV[2 * i + 2]
  if ttl == '' then
    redis.call('SET', KEYS[i], value)
  else
    redis.call('SET', KEYS[i], value, 'EX', ttl)
  end
end
for i = guards + sets + 1, #KEYS do redis.call('DEL', KEYS[i]) end
return {1, at}`;

/** Stands for a value that is not text: no decoder accepts it. */
const DAMAGED = "";

const digits = z.union([z.string().regex(/^\d{1,16}$/), z.number()]).pipe(z.coerce.number());
/** Seconds and microseconds. */
const storeTime = z
  .tuple([digits, digits])
  .transform(([seconds, microseconds]) => seconds * 1000 + Math.floor(microseconds / 1000));
/** Whether it was done, the store's clock in microseconds if it has one, and if not done the guards' values. */
const commitReply = z.union([
  z.tuple([digits.pipe(z.literal(1)), digits.nullable()]),
  z.tuple([digits.pipe(z.literal(0)), digits.nullable(), z.array(z.string().nullable())]),
]);
const keysReply = z.tuple([z.coerce.string(), z.array(z.string())]);

/** The cursor of the first page of Redis' keys, and the one after the last. */
const FIRST = "0";

/**
 * The store behind Upstash's REST protocol, through `@vercel/kv`.
 *
 * @param answerMs how long a command may take that a request waits for
 */
export function createVercelKvStore(
  url: string,
  token: string,
  answerMs: number = ANSWER_MS,
): Store {
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
      signal: () => patientTimeout(timeoutMs),
    });
  const client = connect(answerMs);
  const writer = connect(Math.max(WRITE_MS, answerMs));

  let hasWarned = false;
  /** Warns once that the store does not answer as Redis does. */
  function warnOfShape(): void {
    if (hasWarned) return;
    hasWarned = true;
    observe({
      type: "warning",
      message:
        "The store answers with something else than what was asked for: is KV_REST_API_URL that of a Redis REST server? Such values count as damaged.",
    });
  }

  /** @throws TypeError */
  function refuseShape(): never {
    warnOfShape();
    throw new TypeError("The store sent an answer of another shape.");
  }

  function textOf(reply: unknown): string | null {
    if (reply === null || typeof reply === "string") return reply;
    warnOfShape();
    return DAMAGED;
  }

  async function getMany(keys: string[]): Promise<(string | null)[]> {
    const reply = await client.mget<unknown[]>(keys);
    if (Array.isArray(reply) && reply.length === keys.length) return reply.map(textOf);
    warnOfShape();
    return keys.map(() => DAMAGED);
  }

  return {
    name: "vercel-kv",
    async durability() {
      return { kept: true };
    },
    async time() {
      const reply: unknown = await client.time();
      const clock = storeTime.safeParse(reply);
      return clock.success ? clock.data : refuseShape();
    },
    async get(key) {
      const [value = null] = await getMany([key]);
      return value;
    },
    getMany,
    async set(key, value, ttlSeconds) {
      const reply: unknown = await (ttlSeconds === null
        ? writer.set(key, value)
        : writer.set(key, value, { ex: ttlSeconds }));
      return reply === "OK" || refuseShape();
    },
    async commit({ guards, set = [], delete: deleted = [], isAwaited = false }) {
      const sender = isAwaited ? client : writer;
      const reply: unknown = await sender.eval(
        COMMIT,
        [...guards.map(({ key }) => key), ...set.map(({ key }) => key), ...deleted],
        [
          String(guards.length),
          String(set.length),
          ...guards.flatMap(({ expected }) => [expected === null ? "0" : "1", expected ?? ""]),
          ...set.flatMap(({ value, ttlSeconds }) => [value, String(ttlSeconds ?? "")]),
        ],
      );
      const result = commitReply.safeParse(reply);
      if (!result.success) return refuseShape();
      const [done, microseconds, current = []] = result.data;
      const at = microseconds === null ? {} : { at: Math.floor(microseconds / 1000) };
      if (done === 0 && current.length !== guards.length) return refuseShape();
      return { done: done === 1, current, ...at };
    },
    async keys(prefix, cursor) {
      const reply: unknown = await writer.scan(cursor ?? FIRST, {
        // Wildcards in a pattern of Redis.
        match: `${prefix.replaceAll(/[*?[\]\\]/g, "\\$&")}*`,
        count: LIMITS.storeKeysAPage,
      });
      const page = keysReply.safeParse(reply);
      if (!page.success) return refuseShape();
      const [next, keys] = page.data;
      // An answer to another command must not be taken for such keys.
      if (!keys.every((found) => found.startsWith(prefix))) return refuseShape();
      return { keys, cursor: next === FIRST ? null : next };
    },
  };
}
