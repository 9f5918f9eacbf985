import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { env } from "@/lib/env";
import { observe } from "@/lib/observe/observe";
import { createEmbeddedStore } from "./embedded";
import { createFolderStore } from "./folder-store";
import { keepInFolder } from "./keeping";
import { KEPT_PREFIXES } from "./kept-keys";
import { FolderProblem } from "./level";
import type { Store } from "./store";
import { createVercelKvStore } from "./vercel-kv";

/** How long a command may take when nobody waits for a page, in milliseconds. */
const MOVE_MS = 20_000;

/** The store this process is configured for. Nothing is opened before it is needed. */
export function createStore(): Store {
  const { KV_REST_API_URL, KV_REST_API_TOKEN, onVercel } = env();
  if (KV_REST_API_URL && KV_REST_API_TOKEN) {
    return createVercelKvStore(KV_REST_API_URL, KV_REST_API_TOKEN);
  }
  const memory = createEmbeddedStore();
  // A function there has no disk that outlives it.
  if (onVercel) return memory;
  const warn = (message: string) => observe({ type: "warning", message });
  return keepInFolder(memory, createFolderStore(keptFolder(), warn), KEPT_PREFIXES);
}

/** What is kept, for whoever moves it. */
export interface KeptStore {
  store: Store;
  /** Where it is, in words for the owner. */
  place: string;
  /** Takes from the disk what was deleted, where that is for this machine to do. */
  compact(): Promise<void>;
  /** To be called at the end. */
  close(): Promise<void>;
}

/**
 * The store in which the site keeps what is kept; never the memory.
 *
 * @param make whether a folder that is not there is made
 * @throws FolderProblem
 */
export async function openKeptStore(make: boolean): Promise<KeptStore> {
  const { KV_REST_API_URL, KV_REST_API_TOKEN } = env();
  if (KV_REST_API_URL && KV_REST_API_TOKEN) {
    const store = createVercelKvStore(KV_REST_API_URL, KV_REST_API_TOKEN, MOVE_MS);
    const nothing = async () => undefined;
    return { store, place: "the store of KV_REST_API_URL", compact: nothing, close: nothing };
  }
  if (!make) needFolder();
  return openFolder();
}

/**
 * The folder of before, if this site keeps all in another store by now and the folder is still there; else null.
 *
 * @throws FolderProblem
 */
export async function openFormerFolder(): Promise<KeptStore | null> {
  return env().KV_REST_API_URL && existsSync(keptFolder()) ? openFolder() : null;
}

async function openFolder(): Promise<KeptStore> {
  const store = createFolderStore(keptFolder(), () => undefined);
  await store.open();
  return { store, place: keptFolder(), compact: store.compact, close: store.close };
}

/** Whether the folder is there, which a typing error would make anew. @throws FolderProblem */
export function needFolder(): void {
  const folder = keptFolder();
  if (existsSync(folder)) return;
  throw new FolderProblem("unusable", `There is no folder ${folder}: is DATA_DIR right?`);
}

/** The folder of what this machine keeps, for a site without another store. */
export function keptFolder(): string {
  return resolve(/* turbopackIgnore: true */ env().DATA_DIR, "history");
}
