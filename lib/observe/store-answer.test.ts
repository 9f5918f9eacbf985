import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { createVercelKvStore } from "@/lib/kv/vercel-kv";
import { LIMITS } from "@/lib/limits";
import { storeAnswer } from "./store-answer";

/** The logged message when a store answers a write like this. */
async function answerOf(status: number, error: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ error }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await createVercelKvStore(`http://127.0.0.1:${portOf(server)}`, "hidden-token").set(
      "longplay:player:hidden",
      "hidden-value",
      60,
    );
    throw new Error("The store accepted the value.");
  } catch (thrown) {
    return storeAnswer(thrown);
  } finally {
    server.close();
  }
}

test.each([
  [400, "NOPERM this user has no permissions to run the 'set' command"],
  [401, "WRONGPASS invalid or missing auth token"],
  [400, "ERR max requests limit exceeded. Limit: 10000, Usage: 10000"],
])("a refusal with %d is logged in the store's words: %s", async (status, error) => {
  expect(await answerOf(status, error)).toBe(error);
});

test("the message has no key, value, token or address, and is short", async () => {
  for (const error of [
    "ERR unknown command 'set', with args beginning with: 'longplay:player:hidden' 'hidden-value'",
    "NOPERM No permissions to access longplay:player:hidden at https://hidden.example/set?token=hidden",
    `WRONGPASS token=hidden ${"x".repeat(5000)}`,
  ]) {
    const answer = await answerOf(400, error);
    expect(answer).not.toContain("hidden");
    expect(answer.length).toBeLessThanOrEqual(LIMITS.storeAnswerLength);
  }
});

test("for a store that is down it says why there was no answer", async () => {
  const store = createVercelKvStore("http://127.0.0.1:1", "hidden-token");
  const error = await store.get("a").catch((thrown) => thrown);
  expect(storeAnswer(error)).toMatch(/ECONNREFUSED|bad port/);
});
