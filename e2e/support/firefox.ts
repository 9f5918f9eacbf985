import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { findFirefox } from "../../scripts/programs.mjs";

/** Long enough on a busy machine. */
const WAIT_MS = 45_000;

/** A page in this system's Firefox, and what it has complained of so far. */
export interface FirefoxPage {
  page: Page;
  /** Errors of the console, and what the page threw. */
  pageErrors: string[];
}

/** Starts this system's Firefox, through WebDriver BiDi, with an empty profile. */
export async function startFirefox(): Promise<{ browser: Browser; stop: () => Promise<void> }> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error("There is no Firefox.");
  const userDataDir = mkdtempSync(join(tmpdir(), "longplay-firefox-"));
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    userDataDir,
    timeout: WAIT_MS,
    protocolTimeout: 2 * WAIT_MS,
    extraPrefsFirefox: {
      // Nothing outside of this machine is asked for.
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "browser.safebrowsing.downloads.remote.enabled": false,
      // A page may write to the clipboard without being asked by a user's hand.
      "dom.events.testing.asyncClipboard": true,
    },
  });
  return {
    browser,
    async stop() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens an empty page whose waits take as long as a busy machine needs. */
export async function openFirefoxPage(browser: Browser): Promise<FirefoxPage> {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  page.setDefaultNavigationTimeout(WAIT_MS);
  const pageErrors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") pageErrors.push(message.text());
  });
  page.on("pageerror", (error) => pageErrors.push(String(error)));
  return { page, pageErrors };
}
