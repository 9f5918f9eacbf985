import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isBuilt } from "../../scripts/build.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Makes a checkout beside this one, with this one's packages and build and with `.env` files of its own, and
 * removes it when `use` has ended.
 *
 * @param files by name, such as `.env.local`
 * @throws Error if the build is not of these sources: a script would build over it
 */
export async function withCheckout<Result>(
  files: Record<string, string | Buffer>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  if (!isBuilt()) throw new Error("The build is not current: run npm test -- build");
  const folder = mkdtempSync(join(tmpdir(), "longplay-checkout-"));
  try {
    for (const name of readdirSync(ROOT)) {
      if (name === ".git" || name === ".data" || /^\.env(?!\.example)/.test(name)) continue;
      // Copied, since a script finds its checkout by where it is itself.
      if (name === "scripts") cpSync(join(ROOT, name), join(folder, name), { recursive: true });
      else symlinkSync(join(ROOT, name), join(folder, name));
    }
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
