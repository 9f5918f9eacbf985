import { createClient } from "@vercel/kv";
import { expect, test } from "./fixtures";
import { type Redis, startRedis } from "./redis";
import { SECRET_KEY } from "./secret-key.mjs";

let redis: Redis;
test.beforeAll(async () => {
  redis = await startRedis();
});
test.afterAll(() => redis.close());

function client() {
  return createClient({
    url: redis.restUrl,
    token: redis.token,
    responseEncoding: false,
    automaticDeserialization: false,
    retry: false,
  });
}

test("900,000 characters that look like base64 come back as they went in", async () => {
  const value = "QUJD".repeat(225_000);
  await client().set("long", value);
  expect(await client().get<string>("long")).toBe(value);
  await client().set("digit", "1");
  expect(await client().get<string>("digit")).toBe("1");
});

test("the dump holds every key, whatever its type", async () => {
  await redis.flush();
  await client().set("text", "é");
  await client().hset("table", { field: "value" });
  expect(await redis.dump()).toEqual(
    new Map([
      ["text", "é"],
      ["table", '["field","value"]'],
    ]),
  );
});

test("a stopped store refuses and a paused one does not answer, until it is resumed", async () => {
  await client().set("kept", "yes");
  await redis.stop();
  await expect(client().get("kept")).rejects.toThrow();
  await redis.resume();
  redis.pause();
  const paused = createClient({
    url: redis.restUrl,
    token: redis.token,
    signal: () => AbortSignal.timeout(200),
    retry: false,
  });
  await expect(paused.get("kept")).rejects.toThrow();
  await redis.resume();
  expect(await client().get<string>("kept")).toBe("yes");
});

test("flushing fails when the API key was stored", async () => {
  await client().set("leak", `player of ${SECRET_KEY}`);
  await expect(redis.flush()).rejects.toThrow("The API key is in 1 stored values.");
  await client().del("leak");
  await redis.flush();
});
