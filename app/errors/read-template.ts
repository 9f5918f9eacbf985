import { readFileSync } from "node:fs";
import { join } from "node:path";
import { THEME_SCRIPT, THEME_SWITCH_SCRIPT } from "@/app/_components/theme-script";
import { ERROR_TEMPLATE, isDevelopment } from "@/lib/env";
import { TRY_AGAIN_SCRIPT } from "./_components/try-again";

/** Has `next dev` answer with that page itself. */
const ASKS_TEMPLATE = "x-longplay-template";

let template: string | undefined;

/**
 * The HTML of all error pages, as the build has rendered app/errors/template/page.tsx. It has the site's own scripts
 * only: React would write the slots again.
 *
 * @param origin of the site itself, where `next dev` renders the page
 */
export async function readTemplate(origin: string): Promise<string> {
  if (isDevelopment()) {
    const page = await fetch(`${origin}/errors/template`, { headers: { [ASKS_TEMPLATE]: "1" } });
    return withoutReact(await page.text());
  }
  template ??= withoutReact(
    readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ERROR_TEMPLATE), "utf8"),
  );
  return template;
}

/** Whether {@link readTemplate} asks. */
export function asksTemplate(headers: Headers): boolean {
  return isDevelopment() && headers.has(ASKS_TEMPLATE);
}

const OWN_SCRIPTS = [THEME_SCRIPT, TRY_AGAIN_SCRIPT];

/** A page as it is before its scripts run, with those of the site that need nothing else. */
export function withoutReact(html: string): string {
  return html
    .replace(/<script([^>]*)>(.*?)<\/script>/gs, (all, attributes: string, code: string) => {
      const isOwn = OWN_SCRIPTS.includes(code) || attributes.includes(`"${THEME_SWITCH_SCRIPT}"`);
      return isOwn ? all : "";
    })
    .replace(/<link rel="preload" as="script"[^>]*>/g, "")
    .replace(/<!--.*?-->/gs, "");
}
