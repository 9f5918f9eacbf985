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
  // Long enough on a busy machine; what is to be quick has bounds of its own.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: "list",
  // Crowds need the machine to themselves, and figures are taken when nothing else is running.
  projects: [
    {
      name: "all",
      testIgnore: [
        "figures.spec.ts",
        "speed.spec.ts",
        "crowd.spec.ts",
        "card-crowds.spec.ts",
        "nginx-load.spec.ts",
        "soak/**",
      ],
    },
    {
      name: "crowds",
      testMatch: ["crowd.spec.ts", "card-crowds.spec.ts", "nginx-load.spec.ts"],
      dependencies: ["all"],
      workers: 1,
    },
    {
      name: "figures",
      testMatch: ["figures.spec.ts", "speed.spec.ts"],
      dependencies: ["crowds"],
      // A trace takes the page's main thread five times as long as the choice that is measured.
      use: { trace: "off" },
    },
    // Takes minutes: only where somebody says how many (scripts/soak.mjs).
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
