import type { BrowserContext } from "@playwright/test";

/**
 * Watches all pages of a context for errors in the console, for what they throw and for what their
 * policy refuses them.
 *
 * @returns gives the complaints so far, each as `kind: text (address)`
 */
export async function watchForComplaints(context: BrowserContext): Promise<() => string[]> {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`thrown: ${error.error()}`));
  // Chromium writes most refusals to the console by itself, but not all.
  await context.addInitScript(() => {
    addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI }) =>
        console.error(`refused by the policy: ${violatedDirective} ${blockedURI}`),
      true,
    );
  });
  return () => complaints;
}
