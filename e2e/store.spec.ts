import { compareAndSet } from "../lib/kv/store";
import { createVercelKvStore } from "../lib/kv/vercel-kv";
import { expect, test } from "./support/fixtures";
import { type Redis, startRedis } from "./support/redis";
import { STORE_RULES } from "./support/store-rules";

let redis: Redis;
test.beforeAll(async () => {
  redis = await startRedis();
});
test.afterAll(() => redis.close());

const connect = () => createVercelKvStore(redis.restUrl, redis.token);

for (const [title, rule] of STORE_RULES) {
  test(`Redis ${title}`, async () => {
    await rule(connect());
    await redis.command("FLUSHALL");
  });
}

test("Redis deletes expired keys, and keeps those without an expiry", async () => {
  const store = connect();
  await store.set("ttl:none", "1", null);
  await compareAndSet(store, "ttl:compared", null, "1", null);
  await store.set("ttl:some", "1", 60);
  await compareAndSet(store, "ttl:some-compared", null, "1", 60);
  expect(await redis.command("TTL", "ttl:none")).toBe(-1);
  expect(await redis.command("TTL", "ttl:compared")).toBe(-1);
  expect(await redis.command("TTL", "ttl:some")).toBeGreaterThan(0);
  expect(await redis.command("TTL", "ttl:some-compared")).toBeGreaterThan(0);
  expect(await store.durability()).toEqual({ kept: true });
});

test("Redis gives its time, by a command and with each commit", async () => {
  const store = connect();
  const [seconds] = (await redis.command("TIME")) as string[];
  const before = Number(seconds) * 1000;
  const { at } = await compareAndSet(store, "time:a", null, "1", 60);
  const refused = await compareAndSet(store, "time:a", null, "2", 60);
  const gone = await compareAndSet(store, "time:a", "1", null, 60);
  const after = await store.time();
  const times = [before, at, refused.at, gone.at, after].map(Number);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(Number(after) - before).toBeLessThan(10_000);
});

test("a key of Redis that holds no text reads as absent, and can be set", async () => {
  const store = connect();
  await redis.command("RPUSH", "odd:list", "1");
  await redis.command("HSET", "odd:hash", "a", "1");
  expect(await store.get("odd:list")).toBeNull();
  expect(await store.getMany(["odd:list", "odd:hash"])).toEqual([null, null]);
  expect(await compareAndSet(store, "odd:list", null, "2", 60)).toMatchObject({ done: true });
  await store.set("odd:hash", "3", 60);
  expect(await store.getMany(["odd:list", "odd:hash"])).toEqual(["2", "3"]);
});
