import { fileURLToPath } from "node:url";
import { startChild } from "./child";
import { NOTHING_SET } from "./site";

/** How a script ended, and all that it wrote. */
export interface Ended {
  code: number | null;
  output: string;
}

/**
 * Runs one of the repository's scripts to its end, with these settings and no others.
 *
 * @param name of the file in `scripts`, without its extension
 * @throws Error with its output if it takes a minute
 */
export async function runScript(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../scripts/${name}.mjs`, import.meta.url));
  const child = startChild(process.execPath, [file, ...args], { ...NOTHING_SET, ...env });
  return { code: await child.ended(60_000), output: child.logs() };
}
