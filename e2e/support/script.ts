import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild } from "./child";
import { NOTHING_SET } from "./site";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** How a script ended, and all that it wrote. */
export interface Ended {
  code: number | null;
  output: string;
}

/**
 * Runs one of the repository's scripts to its end, with these settings and no others.
 *
 * @param name of the file in `scripts`, without its extension
 * @param checkout the folder of another checkout than this one
 * @throws Error with its output if it takes a minute
 */
export async function runScript(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
  checkout: string = ROOT,
): Promise<Ended> {
  const file = join(checkout, "scripts", `${name}.mjs`);
  const child = startChild(process.execPath, [file, ...args], { ...NOTHING_SET, ...env });
  return { code: await child.ended(60_000), output: child.logs() };
}
