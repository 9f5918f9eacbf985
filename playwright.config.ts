import { defineConfig } from "@playwright/test";
import { findSystemBrowser } from "./scripts/browser.mjs";

const executablePath = findSystemBrowser();
// The workers read this file again: found once, they need not look.
if (executablePath) process.env.CHROMIUM_PATH = executablePath;

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // Long enough on a busy machine: they end what hangs, and measure nothing.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: "list",
  projects: [
    { name: "all", testIgnore: ["bench/**", "soak/**"] },
    // Figures are taken when nothing else is running (npm run bench, npm run test:long).
    ...(process.env.BENCH || process.env.LONG_TESTS
      ? [
          {
            name: "bench",
            testMatch: "bench/*.spec.ts",
            dependencies: process.env.BENCH ? [] : ["all"],
            workers: 1,
            // A trace takes the page's main thread five times as long as the choice that is measured.
            use: { trace: "off" as const },
          },
        ]
      : []),
    // Takes minutes: only where the number of minutes is given (scripts/soak.mjs).
    ...(process.env.SOAK_MINUTES ? [{ name: "soak", testMatch: "soak/*.spec.ts" }] : []),
  ],
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      // Without one, Playwright uses the Chromium it downloaded, or says how to get it.
      ...(executablePath && { executablePath }),
      args: [
        // Chromium's sandbox refuses to run as root, which is what containers run as.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
