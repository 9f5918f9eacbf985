import { once } from "node:events";
import { unlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import getPort from "get-port";
import { isBuilt } from "../scripts/build.mjs";
import { withCheckout } from "./support/checkout";
import { startChild } from "./support/child";
import { expect, test } from "./support/fixtures";
import { runScript } from "./support/script";
import { NOTHING_SET, nextStart } from "./support/site";

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
  const { code, output } = await runScript("start", [], {
    ...BAD,
    NODE_ENV: "production",
    PORT: String(await getPort()),
  });
  expect(code, output).toBe(1);
  expect(output).toContain("CACHE_FRESH_SECONDS");
});

test("npm start serves on the port that .env.local names", async () => {
  const port = await getPort();
  await withCheckout({ ".env.local": `PORT=${port}\n` }, async (folder) => {
    const start = startChild(process.execPath, [join(folder, "scripts/start.mjs")], {
      ...NOTHING_SET,
      NODE_ENV: "production",
      DATA_DIR: join(folder, "data"),
      PORT: "",
    });
    await start.ready(async () => (await fetch(`http://localhost:${port}/api/health`)).ok);
    expect(start.logs()).toContain(`Longplay on http://localhost:${port}\n`);
    start.signal("SIGTERM");
    expect(await start.ended()).not.toBeNull();
  });
});

test("npm start names a port that is taken, and says how to choose another", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const env = { NODE_ENV: "production", PORT: port };
  const { code, output } = await withCheckout({}, async (folder) => {
    // Without a build, which takes minutes.
    unlinkSync(join(folder, ".next"));
    return runScript("start", [], env, folder);
  });
  other.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is in use by another program.`);
  expect(output).toContain("PORT=8080 npm start");
  expect(output, "the port is looked at first").not.toContain("Building the site");
  expect(output, "it does not say that it serves").not.toContain("Longplay on");
  expect(output).not.toMatch(/EADDRINUSE|^\s+at /m);
});
