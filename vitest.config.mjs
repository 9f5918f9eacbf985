import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests of pure functions, which have no state that one file could leave to another. */
const PURE = "lib/cards/**/*.test.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // Next's own marker throws outside a server bundle; unit tests run on the server by nature.
      "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.{ts,tsx}", "app/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: [PURE],
        },
      },
      // Files that share modules in one process take a sixth of the time: fonts and drawing code load once.
      { extends: true, test: { name: "cards", include: [PURE], isolate: false } },
    ],
    setupFiles: ["vitest.setup.mjs"],
    // Of two processors, Vitest leaves one to the terminal: the whole took 94 s, and takes 54.
    maxWorkers: "100%",
    // To end what hangs, and not to measure anything: a busy machine takes ten times as long as an idle one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
