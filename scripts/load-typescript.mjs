import { join } from "node:path";
import { createJiti } from "jiti";
import { ROOT } from "./run.mjs";

const jiti = createJiti(import.meta.url, {
  alias: {
    "@": ROOT,
    // Next's own marker throws outside a server bundle; a script is on the server by nature.
    "server-only": join(ROOT, "node_modules/server-only/empty.js"),
  },
});

/**
 * Loads a module of this repository that is TypeScript, which Node 20 cannot read by itself.
 *
 * @param {string} path below the repository's root
 * @returns {Promise<any>} what it exports: its caller says of which type that is
 */
export function loadTypeScript(path) {
  return jiti.import(join(ROOT, path));
}
