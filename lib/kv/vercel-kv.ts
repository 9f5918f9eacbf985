import { createClient } from "@vercel/kv";
import { z } from "zod";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { patientTimeout } from "./patient-timeout";
import type { Store } from "./store";

/** How long a request may wait for a command. A store slower than asking RA is no help. */
const ANSWER_MS = 1000;
/** Nobody waits for a value to be written or for keys to be listed, and a large library takes a while to send. */
const WRITE_MS = 5000;

/**
 * Redis runs a script as one step: nothing comes between the comparison and the write. MGET, unlike GET, takes a key
 * of another type for one without a value, as `get` does. A store that gives scripts no clock runs the rest.
 */
const COMPARE_AND_SET = `
local clock = redis.pcall('TIME')
local at = clock[1] and clock[1] .. string.format('%06d', clock[2]) or false
local current = redis.call('MGET', KEYS[1])[1]
if KEYS[2] and redis.call('EXISTS', KEYS[2]) == 1 then return {2, current, at} end
local expected = ARGV[1] == '1' and ARGV[2] or false
if current ~= expected then return {0, current, at} end
if ARGV[3] == '1' then
  if ARGV[5] == '' then
    redis.call('SET', KEYS[1], ARGV[4])
  else
    redis.call('SET', KEYS[1], ARGV[4], 'EX', ARGV[5])
  end
  return {1, ARGV[4], at}
end
redis.call('DEL', KEYS[1])
return {1, false, at}`;

/** What no decoder takes for a value of its own: it stands for what is no text. */
const DAMAGED = "";

const digits = z.union([z.string().regex(/^\d{1,16}$/), z.number()]).pipe(z.coerce.number());
/** Seconds and microseconds. */
const storeTime = z
  .tuple([digits, digits])
  .transform(([seconds, microseconds]) => seconds * 1000 + Math.floor(microseconds / 1000));
/** Whether it was done, what is there now, and the store's clock in microseconds, if it told. */
const exchangeReply = z.tuple([digits, z.string().nullable(), digits.nullable()]);
const keysReply = z.tuple([z.coerce.string(), z.array(z.string())]);

/** What that script answers first where there is a value under the second key. */
const REFUSED = 2;

/** Writes a value unless there is one under a second key: nothing comes between the look and the write. */
const SET_UNLESS = `
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if ARGV[2] == '' then
  redis.call('SET', KEYS[1], ARGV[1])
else
  redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
end
return 1`;

/** The cursor with which Redis begins to list keys, and tells that it is through. */
const FIRST = "0";

/**
 * The store behind Upstash's REST protocol, through `@vercel/kv`.
 *
 * @param answerMs how long a command may take that somebody waits for
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
  const flag = (value: string | null) => (value === null ? "0" : "1");

  let hasWarned = false;
  /** Says once that the store does not answer as such a store does. */
  function warnOfShape(): void {
    if (hasWarned) return;
    hasWarned = true;
    observe({
      type: "warning",
      message:
        "The store answers with something else than what was asked for: is KV_REST_API_URL that of a Redis REST server? Such values count as damaged.",
    });
  }

  /** @throws TypeError for a command whose answer is not that of Redis */
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
    async keeps() {
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
    async set(key, value, ttlSeconds, unless) {
      if (unless !== undefined) {
        const given = [value, String(ttlSeconds ?? "")];
        const done = digits.safeParse(await writer.eval(SET_UNLESS, [key, unless], given)).data;
        return done === 0 || done === 1 ? done === 1 : refuseShape();
      }
      const reply: unknown = await (ttlSeconds === null
        ? writer.set(key, value)
        : writer.set(key, value, { ex: ttlSeconds }));
      return reply === "OK" || refuseShape();
    },
    async compareAndSet(key, expected, value, ttlSeconds, unless) {
      const sender = ttlSeconds === null ? writer : client;
      const reply: unknown = await sender.eval(
        COMPARE_AND_SET,
        unless === undefined ? [key] : [key, unless],
        [flag(expected), expected ?? "", flag(value), value ?? "", String(ttlSeconds ?? "")],
      );
      const exchange = exchangeReply.safeParse(reply);
      if (!exchange.success) return refuseShape();
      const [done, current, microseconds] = exchange.data;
      const at = microseconds === null ? {} : { at: Math.floor(microseconds / 1000) };
      if (done === REFUSED) return { done: false, current, ...at, isRefused: true };
      return { done: done === 1, current, ...at };
    },
    async keys(prefix, cursor) {
      const reply: unknown = await writer.scan(cursor ?? FIRST, {
        // These stand for other characters in a pattern of Redis'.
        match: `${prefix.replaceAll(/[*?[\]\\]/g, "\\$&")}*`,
        count: LIMITS.storeKeysAPage,
      });
      const page = keysReply.safeParse(reply);
      if (!page.success) return refuseShape();
      const [next, keys] = page.data;
      // Another answer than the one to this question must not be taken for keys of that kind.
      if (!keys.every((found) => found.startsWith(prefix))) return refuseShape();
      return { keys, cursor: next === FIRST ? null : next };
    },
  };
}
