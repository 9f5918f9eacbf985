import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Child, startChild } from "./child";
import type { BuiltFunction } from "./vercel-output";

/** A function that runs. */
export interface RunningFunction {
  port: number;
  child: Child;
  /** Files and folders that were not there when it began. */
  written(): string[];
  /** Removes its folder. */
  remove(): void;
}

const RUNNER = fileURLToPath(new URL("vercel-function.mjs", import.meta.url));

/**
 * Lays a function out as the platform does, with the files that its build names and no others, in a folder that
 * is not to be written to, and starts it in a process of its own.
 *
 * @param site where the site was built
 * @param folder where to lay it out; it may not be there yet
 */
export async function startFunction(
  { folder: built, config }: BuiltFunction,
  { site, folder, env }: { site: string; folder: string; env: Record<string, string> },
): Promise<RunningFunction> {
  const folders = new Set<string>();
  const place = (path: string, source: string) => {
    const target = join(folder, path);
    if (!folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    folders.add(dirname(target));
    if (lstatSync(source).isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  };
  for (const [path, source] of Object.entries(config.filePathMap)) place(path, join(site, source));
  place(config.handler, join(built, config.handler));
  // Their files are the build's own, and keep their rights.
  for (const each of folders) chmodSync(each, 0o555);
  const before = new Set(namesBelow(folder));

  const args = [RUNNER, config.handler, config.useWebApi ? "web" : "node"];
  const child = startChild(process.execPath, args, env, folder);
  let port = 0;
  await child.ready(async () => {
    port = Number(/listens on (\d+)/.exec(child.logs())?.[1] ?? 0);
    return port > 0;
  });
  return {
    port,
    child,
    written: () => namesBelow(folder).filter((name) => !before.has(name)),
    remove() {
      for (const each of folders) chmodSync(each, 0o755);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const namesBelow = (folder: string) => readdirSync(folder, { recursive: true }).map(String);
