import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createRaStandIn, type RaStandIn } from "@/e2e/support/ra-stand-in";
import { readBody } from "./read-body";

let standIn: RaStandIn;

beforeAll(async () => {
  standIn = await createRaStandIn({ key: "unit-test-key" });
  vi.stubEnv("RA_WEB_API_KEY", "unit-test-key");
  vi.stubEnv("RA_MEDIA_BASE_URL", standIn.mediaUrl);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await standIn.close();
});

test("a body that fits is read whole", async () => {
  expect((await readBody(new Response("x".repeat(1000)), 1000)).toString()).toBe("x".repeat(1000));
  expect(await readBody(new Response(null), 1000)).toHaveLength(0);
});

test("a body that does not fit is read no further", async () => {
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

test("an image is read up to its own bound, whatever the media host sends", async () => {
  const { fetchImage } = await import("./images");
  expect((await fetchImage("/Images/000001.png")).length).toBeGreaterThan(0);
  standIn.fail("huge", { endpoint: "media" });
  await expect(fetchImage("/Images/000001.png")).rejects.toMatchObject({
    code: "invalid-response",
  });
});
