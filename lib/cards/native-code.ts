import { createRequire } from "node:module";
import { join } from "node:path";
import { observe } from "@/lib/observe/observe";

/**
 * To find the file for this system, resvg asks for a report of the whole process, and on Node.js 20 that
 * looks up the name of every address that has a connection open: at the first card of a busy server,
 * everything stood still for more than a minute.
 */
export function leaveNetworkOutOfReports(): void {
  if (process.report) Object.assign(process.report, { excludeNetwork: true });
}

/**
 * Loads what draws and packs images, which is not JavaScript, so that no request has to wait for it.
 * What cannot be loaded is told of, and makes cards fail alone.
 */
export function loadNativeCode(): void {
  // Required in a way that no bundler follows: only what draws is to bring these files along.
  const load = createRequire(join(/* turbopackIgnore: true */ process.cwd(), "package.json"));
  for (const name of ["@resvg/resvg-js", "sharp"]) {
    try {
      load(name);
    } catch {
      observe({
        type: "warning",
        message: "Cards cannot be drawn: resvg or sharp cannot be loaded.",
      });
    }
  }
}
