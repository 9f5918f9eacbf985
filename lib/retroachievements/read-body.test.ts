import { expect, test } from "vitest";
import { readBody } from "./read-body";

test("a body within the bound is read completely", async () => {
  expect((await readBody(new Response("x".repeat(1000)), 1000)).toString()).toBe("x".repeat(1000));
  expect(await readBody(new Response(null), 1000)).toHaveLength(0);
});

test("a body beyond the bound is not read further", async () => {
  let sent = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100;
      controller.enqueue(new Uint8Array(100));
    },
    cancel() {
      isCancelled = true;
    },
  });
  await expect(readBody(new Response(body), 1000)).rejects.toMatchObject({
    code: "invalid-response",
  });
  expect(isCancelled).toBe(true);
  expect(sent).toBeLessThan(1500);
});
