import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { env } from "@/lib/env";
import { observe } from "@/lib/observe/observe";
import { persistInFolder } from "./durability";
import { DURABLE_PREFIXES } from "./durable-keys";
import { createEmbeddedStore } from "./embedded";
import { createFolderStore } from "./folder-store";
import { FolderProblem } from "./level";
import type { Store } from "./store";
import { createVercelKvStore } from "./vercel-kv";

/** How long a command of a script may take, for which no request waits, in milliseconds. */
const SCRIPT_MS = 20_000;

/** The store of this process's settings. Nothing is opened before it is needed. */
export function createStore(): Store {
  const { KV_REST_API_URL, KV_REST_API_TOKEN, onVercel } = env();
  if (KV_REST_API_URL && KV_REST_API_TOKEN) {
    return createVercelKvStore(KV_REST_API_URL, KV_REST_API_TOKEN);
  }
  const memory = createEmbeddedStore();
  // A function there has no disk that outlives it.
  if (onVercel) return memory;
  const warn = (message: string) => observe({ type: "warning", message });
  return persistInFolder(memory, createFolderStore(durableFolder(), warn), DURABLE_PREFIXES);
}

/** The store of the durable keys, for scripts. */
export interface DurableStore {
  store: Store;
  /** Where it is, in words for the owner. */
  place: string;
  /** Removes deleted values from the disk, if the store is on one of this machine. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The store in which the site keeps durable keys; never the memory.
 *
 * @param make whether a missing folder is made
 * @throws FolderProblem
 */
export async function openDurableStore(make: boolean): Promise<DurableStore> {
  const { KV_REST_API_URL, KV_REST_API_TOKEN } = env();
  if (KV_REST_API_URL && KV_REST_API_TOKEN) {
    const store = createVercelKvStore(KV_REST_API_URL, KV_REST_API_TOKEN, SCRIPT_MS);
    const nothing = async () => undefined;
    return { store, place: "the store of KV_REST_API_URL", compact: nothing, close: nothing };
  }
  if (!make) requireFolder();
  return openFolder();
}

/**
 * The folder that this site used before it had KV_REST_API_URL, if it is still there; else null.
 *
 * @throws FolderProblem
 */
export async function openFormerFolder(): Promise<DurableStore | null> {
  return env().KV_REST_API_URL && existsSync(durableFolder()) ? openFolder() : null;
}

async function openFolder(): Promise<DurableStore> {
  const store = createFolderStore(durableFolder(), () => undefined);
  await store.open();
  return { store, place: durableFolder(), compact: store.compact, close: store.close };
}

/** Checks that the folder exists: one made after a typing error would be empty. @throws FolderProblem */
export function requireFolder(): void {
  const folder = durableFolder();
  if (existsSync(folder)) return;
  throw new FolderProblem("unusable", `There is no folder ${folder}: is DATA_DIR right?`);
}

/** The folder of the durable keys, for a site without another store. */
export function durableFolder(): string {
  return resolve(/* turbopackIgnore: true */ env().DATA_DIR, "history");
}
