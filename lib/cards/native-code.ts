import { createRequire } from "node:module";
import { join } from "node:path";
import { observe } from "@/lib/observe/observe";

/**
 * To find its native file, resvg requests a report of the process. On Node.js 20 that report does a reverse DNS lookup for
 * each open connection, which blocked a busy server for over a minute.
 */
export function leaveNetworkOutOfReports(): void {
  if (process.report) Object.assign(process.report, { excludeNetwork: true });
}

/**
 * Loads the native image modules at start, so that no request waits for them. A module that cannot be loaded is reported,
 * and affects cards only.
 */
export function loadNativeCode(): void {
  // Hidden from the bundler: only routes that draw should include these files.
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
