import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSystemBrowser } from "./browser.mjs";
import { run } from "./run.mjs";

// `npm run lighthouse`: Lighthouse's four mobile scores of the built site's pages, the median of five runs,
// by Lighthouse CI and lighthouserc.json. It is brought by npx, not a dependency: it has 250 packages that
// nothing else needs, and newer Lighthouses do not run on Node 20.

const LIGHTHOUSE_CI = "@lhci/cli@0.15.1";

const browser = findSystemBrowser();
process.exitCode = await run(
  "npx",
  [
    "--yes",
    LIGHTHOUSE_CI,
    "autorun",
    "--config=scripts/lighthouserc.json",
    // Chromium's sandbox refuses to run as root, which is what containers run as.
    ...(process.getuid?.() === 0 ? ["--collect.settings.chromeFlags=--no-sandbox"] : []),
  ],
  {
    env: {
      // The site that lighthouserc.json names, with demo players.
      PORT: "4877",
      SITE_URL: "http://localhost:4877",
      RA_WEB_API_KEY: "",
      DATA_DIR: join(tmpdir(), "longplay-lighthouse"),
      ...(browser && { CHROME_PATH: browser }),
    },
    shell: process.platform === "win32",
  },
);
