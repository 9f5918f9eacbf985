import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findSystemBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { ROOT, run } from "./run.mjs";

// `npm run lighthouse`: Lighthouse's four mobile scores of the built site's pages. It is brought by npx,
// not a dependency: the newest that runs on Node 20 brings a hundred packages that nothing else needs.

const LIGHTHOUSE = "lighthouse@12.8.2";
const PORT = 4877;
const WANTED = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const PATHS = ["/", "/user/LampLighter"];

if (!(await install()) || !(await build())) process.exit(1);
const site = `http://localhost:${PORT}`;
const server = spawn(
  process.execPath,
  [join(ROOT, "node_modules/next/dist/bin/next"), "start", "--port", String(PORT)],
  { cwd: ROOT, stdio: "ignore", env: { ...process.env, RA_WEB_API_KEY: "", SITE_URL: site } },
);
const folder = mkdtempSync(join(tmpdir(), "longplay-lighthouse-"));
try {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${site}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await sleep(100);
  }
  for (const [at, path] of PATHS.entries()) {
    // The first visit of a page makes it; the second one is what visitors have.
    await fetch(site + path);
    const report = join(folder, `${at}.json`);
    const flags = `--headless=new --disable-gpu${process.getuid?.() === 0 ? " --no-sandbox" : ""}`;
    await run(
      "npx",
      [
        "--yes",
        LIGHTHOUSE,
        site + path,
        "--quiet",
        "--output=json",
        `--output-path=${report}`,
        `--chrome-flags="${flags}"`,
      ],
      { env: { CHROME_PATH: findSystemBrowser() ?? "" }, shell: true },
    );
    const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
    for (const [name, least] of Object.entries(WANTED)) {
      const score = Math.round(categories[name].score * 100);
      console.log(`${path} ${name}: ${score}${score < least ? ` (wanted: ${least})` : ""}`);
      if (score >= least) continue;
      process.exitCode = 1;
      for (const { id } of categories[name].auditRefs) {
        if ((audits[id].score ?? 1) < 0.9)
          console.log(`  ${id}: ${audits[id].displayValue ?? audits[id].title}`);
      }
    }
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
