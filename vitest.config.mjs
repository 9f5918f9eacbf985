import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // Next's own marker throws outside a server bundle; unit tests run on the server by nature.
      "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    include: ["lib/**/*.test.{ts,tsx}", "app/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
    setupFiles: ["vitest.setup.mjs"],
    // Of two processors, Vitest leaves one to the terminal: the whole took 94 s, and takes 54.
    maxWorkers: "100%",
    // To end what hangs, and not to measure anything: a busy machine takes ten times as long as an idle one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
