import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { isBuilt } from "../scripts/build.mjs";
import { startChild } from "./support/child";
import { expect, test } from "./support/fixtures";
import { NOTHING_SET, nextStart } from "./support/site";

const START = fileURLToPath(new URL("../scripts/start.mjs", import.meta.url));
const BAD = { ...NOTHING_SET, CACHE_FRESH_SECONDS: "soon", SITE_URL: "javascript:alert(1)" };

test("a bad setting ends the server, which says what is bad", async () => {
  const server = startChild(process.execPath, nextStart(await getPort()), {
    ...BAD,
    NODE_ENV: "production",
  });
  expect(await server.ended(), server.logs()).toBe(1);
  expect(server.logs()).toContain("Longplay cannot start with these settings:");
  expect(server.logs()).toContain("CACHE_FRESH_SECONDS");
  expect(server.logs()).toContain("SITE_URL");
  expect(server.logs(), "no lines of the bundle").not.toMatch(/^\s+at /m);
});

test("a bad setting ends npm start too", async () => {
  expect(isBuilt(), "npm start would build first: run npm test -- build").toBe(true);
  const start = startChild(process.execPath, [START], {
    ...BAD,
    NODE_ENV: "production",
    PORT: String(await getPort()),
  });
  expect(await start.ended(), start.logs()).toBe(1);
  expect(start.logs()).toContain("CACHE_FRESH_SECONDS");
});
