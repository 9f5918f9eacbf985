import { expect, test } from "@playwright/test";
import { createVercelKvStore } from "../lib/kv/vercel-kv";
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

test("Redis lets go of what has an expiry, and keeps what has none", async () => {
  const store = connect();
  await store.set("ttl:none", "1", null);
  await store.compareAndSet("ttl:compared", null, "1", null);
  await store.set("ttl:some", "1", 60);
  await store.compareAndSet("ttl:some-compared", null, "1", 60);
  expect(await redis.command("TTL", "ttl:none")).toBe(-1);
  expect(await redis.command("TTL", "ttl:compared")).toBe(-1);
  expect(await redis.command("TTL", "ttl:some")).toBeGreaterThan(0);
  expect(await redis.command("TTL", "ttl:some-compared")).toBeGreaterThan(0);
  expect(await store.keeps()).toEqual({ kept: true });
});
