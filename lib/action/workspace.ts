import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { usageError } from "@/lib/cli/failures";

/** The file of the workspace; null if it is not there. @throws CommandError if its path is not a plain one */
export function readInside(workspace: string, path: string): Uint8Array | null {
  const folders = path.split("/");
  for (let depth = 1; depth <= folders.length; depth++) {
    const at = join(workspace, ...folders.slice(0, depth));
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (!found) return null;
    // A link could lead outside.
    if (depth === folders.length ? !found.isFile() : !found.isDirectory()) {
      throw usageError(
        `${path}: “${folders.slice(0, depth).join("/")}” is in the way: it is no ${depth === folders.length ? "file" : "folder"}.`,
      );
    }
  }
  return readFileSync(join(workspace, path));
}

/** Writes a file of the workspace, which {@link readInside} can read. */
export function writeInside(workspace: string, path: string, bytes: Uint8Array): void {
  const file = join(workspace, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, bytes);
}
