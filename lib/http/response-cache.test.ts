import { expect, test, vi } from "vitest";
import { responseCache } from "./response-cache";

const url = "http://site.example/api/x";
const age = { state: "hit", ageSeconds: 100 } as const;
const content = { type: "text/plain", body: "moth", headers: { "X-Other": "1" } };

test("a response has its content, and its age for caches", async () => {
  const response = await responseCache()(new Request(url), age, "key", () => content);
  expect(await response.text()).toBe("moth");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain",
    "x-other": "1",
    "cache-control": "public, max-age=0, s-maxage=200",
  });
});

test("content is written once per key, and 304 sent to a caller who has it", async () => {
  const respond = responseCache();
  const write = vi.fn(() => content);
  const tag = (await respond(new Request(url), age, "key", write)).headers.get("ETag") ?? "";
  const again = new Request(url, { headers: { "If-None-Match": tag } });
  expect((await respond(again, age, "key", write)).status).toBe(304);
  expect(write).toHaveBeenCalledTimes(1);
  expect((await respond(again, age, "other key", () => ({ ...content, body: "owl" }))).status).toBe(
    200,
  );
});
