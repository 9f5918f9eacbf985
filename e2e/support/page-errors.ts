import type { BrowserContext } from "@playwright/test";

/** A warning of Chromium, some seconds after a page has loaded. */
const UNUSED_PRELOAD = /was preloaded using link preload but not used/;

/**
 * Watches all pages of a context for errors in the console, for what they preload and do not use, for what they
 * throw and for what their policy refuses them.
 *
 * @returns gives the pageErrors so far, each as `kind: text (address)`
 */
export async function watchForPageErrors(context: BrowserContext): Promise<() => string[]> {
  const pageErrors: string[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error" && !UNUSED_PRELOAD.test(message.text())) return;
    const pageError = `console: ${message.text()} (${message.location().url})`;
    // A browser asks for a page's icon when it likes, be it after the test has stopped the site.
    if (/ERR_CONNECTION_REFUSED.*\/icon\.svg/.test(pageError)) return;
    pageErrors.push(pageError);
  });
  context.on("weberror", (error) => pageErrors.push(`thrown: ${error.error()}`));
  // Chromium writes most refusals to the console by itself, but not all.
  await context.addInitScript(() => {
    addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI }) =>
        console.error(`refused by the policy: ${violatedDirective} ${blockedURI}`),
      true,
    );
  });
  return () => pageErrors;
}
