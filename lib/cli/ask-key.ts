import { createInterface } from "node:readline/promises";
import { type Readable, Writable } from "node:stream";
import { hasKey, takeTypedKey } from "@/lib/retroachievements/with-key";
import { noKeyError } from "./failures";

/** The terminal of the command, as far as asking for a key needs it. */
export interface Terminal {
  stdin: Readable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
}

/**
 * Makes sure that this process has a key for RA: that of the environment, or one typed without an echo.
 *
 * @throws CommandError if nobody can type one, or nothing was typed
 */
export async function ensureKey({ stdin, stderr }: Terminal): Promise<void> {
  if (hasKey()) return;
  if (!stdin.isTTY || !stderr.isTTY) throw noKeyError();
  stderr.write("Web API key of RetroAchievements (not shown): ");
  // In raw mode the terminal echoes nothing, and what readline would echo goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  const closed = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  lines.once("SIGINT", () => lines.close());
  const key = (await Promise.race([lines.question(""), closed])).trim();
  lines.close();
  stderr.write("\n");
  if (key === "") throw noKeyError();
  takeTypedKey(key);
}
