import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { warmedUp, warmUp } from "./warm-up";

const server = createServer();
afterEach(() => server.close());

test("a process is warm when each path was requested, in order, or when one failed", async () => {
  const requested: (string | undefined)[] = [];
  server.on("request", (request, response) => {
    requested.push(request.url);
    if (request.url === "/broken") request.socket.destroy();
    else response.end("here");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  vi.stubEnv("PORT", String((server.address() as AddressInfo).port));
  const done = vi.fn();
  warmUp(["/first", "/second"], done);
  expect(done).not.toHaveBeenCalled();
  await warmedUp();
  expect(requested).toEqual(["/first", "/second"]);
  warmUp(["/broken", "/never"], done);
  await warmedUp();
  expect(requested).toEqual(["/first", "/second", "/broken"]);
  expect(done).toHaveBeenCalledTimes(2);
});
