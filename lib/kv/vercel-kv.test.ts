import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { compareAndSet, type Store } from "./store";
import { createVercelKvStore } from "./vercel-kv";

const events = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => events.push(event) }));

let server: Server;
let body: string;
let delayMs: number;
beforeEach(async () => {
  events.length = 0;
  delayMs = 0;
  server = createServer((_, response) => {
    setTimeout(() => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(body);
    }, delayMs);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const connect = (answerMs?: number) =>
  createVercelKvStore(`http://127.0.0.1:${portOf(server)}`, "a-token", answerMs);

/** The result of each command for an answer of another shape: damaged values, or an error as from a store that is down. */
const COMMANDS: [name: string, run: (store: Store) => Promise<unknown>, result: unknown][] = [
  ["get", (store) => store.get("a"), ""],
  ["getMany", (store) => store.getMany(["a", "b"]), ["", ""]],
  ["set", (store) => store.set("a", "1", 60), Error],
  ["set without an expiry", (store) => store.set("a", "1", null), Error],
  ["commit of a key", (store) => compareAndSet(store, "a", null, "1", 60), Error],
  ["commit that deletes", (store) => compareAndSet(store, "a", "1", null, null), Error],
  ["commit without guards", (store) => store.commit({ guards: [], delete: ["a"] }), Error],
  ["keys", (store) => store.keys("a", null), Error],
  ["time", (store) => store.time(), Error],
];
const SHAPES = [
  "12345",
  '"text"',
  "true",
  "null",
  "[]",
  "{}",
  "[[1]]",
  '[1,2,{"a":3},4]',
  "[0,1,[1,2,3]]",
  "[2,null,[]]",
];

for (const [name, run, result] of COMMANDS) {
  test(`${name} survives every answer of another shape, and says so once`, async () => {
    for (const shape of SHAPES) {
      body = `{"result":${shape}}`;
      const store = connect();
      if (result === Error) await expect(run(store), shape).rejects.toThrow(Error);
      else expect(await run(store), shape).toEqual(result);
      await run(store).catch(() => undefined);
      expect(events, shape).toEqual([expect.objectContaining({ type: "warning" })]);
      events.length = 0;
    }
  });
}

test("one value among others that is not text reads as damaged, alone", async () => {
  body = '{"result":["1",null,2,["3"]]}';
  expect(await connect().getMany(["a", "b", "c", "d"])).toEqual(["1", null, "", ""]);
});

for (const [what, answer] of [
  ["no JSON", "<!doctype html>"],
  ["JSON without a result", "{}"],
  ["null", "null"],
] as const) {
  test(`an answer that is ${what} counts as a failed command`, async () => {
    body = answer;
    for (const [, run] of COMMANDS) await expect(run(connect())).rejects.toThrow(Error);
  });
}

test("a command times out", async () => {
  body = '{"result":["1"]}';
  delayMs = 60_000;
  const started = performance.now();
  await expect(connect(100).get("a")).rejects.toThrow("in time");
  expect(performance.now() - started).toBeGreaterThanOrEqual(95);
});

test("an answer that arrives while this process is blocked is not too late", async () => {
  body = '{"result":["1"]}';
  const store = connect(200);
  expect(await store.get("a")).toBe("1");
  const asked = store.get("a");
  // The command is under way when this process is blocked.
  await sleep(1);
  const until = performance.now() + 600;
  while (performance.now() < until);
  expect(await asked).toBe("1");
});
