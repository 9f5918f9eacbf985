import { expect, test, vi } from "vitest";
import { keepAnswers } from "./kept-answers";

const url = "http://site.example/api/x";
const age = { state: "hit", ageSeconds: 100 } as const;
const written = { type: "text/plain", body: "moth", headers: { "X-Other": "1" } };

test("an answer has what was written, and its age for caches", async () => {
  const response = keepAnswers()(new Request(url), age, "key", () => written);
  expect(await response.text()).toBe("moth");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain",
    "x-other": "1",
    "cache-control": "public, max-age=0, s-maxage=200",
  });
});

test("a key is written for once, and who has the answer gets none", async () => {
  const answer = keepAnswers();
  const write = vi.fn(() => written);
  const tag = answer(new Request(url), age, "key", write).headers.get("ETag") ?? "";
  const again = new Request(url, { headers: { "If-None-Match": tag } });
  expect(answer(again, age, "key", write).status).toBe(304);
  expect(write).toHaveBeenCalledTimes(1);
  expect(answer(again, age, "other key", () => ({ ...written, body: "owl" })).status).toBe(200);
});
