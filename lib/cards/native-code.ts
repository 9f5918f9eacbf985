import { observe } from "@/lib/observe/observe";

/**
 * Loads what draws and packs images, which is not JavaScript, so that no request has to wait for it.
 * To find the file for this system, resvg asks for a report of the whole process, and on Node.js 20 that
 * looks up the name of every address that has a connection open: at the first card of a busy server,
 * everything stood still for more than a minute. What cannot be loaded is told of, and makes cards fail alone.
 */
export async function loadNativeCode(): Promise<void> {
  if (process.report) Object.assign(process.report, { excludeNetwork: true });
  for (const loading of [import("@resvg/resvg-js"), import("@/lib/sharp")]) {
    await loading.catch(() => {
      observe({
        type: "warning",
        message: "Cards cannot be drawn: resvg or sharp cannot be loaded.",
      });
    });
  }
}
