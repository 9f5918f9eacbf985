import { env } from "@/lib/env";
import { createEmbeddedStore } from "./embedded";
import type { Store } from "./store";
import { createVercelKvStore } from "./vercel-kv";

/** The store this process is configured for. */
export function createStore(): Store {
  const { KV_REST_API_URL, KV_REST_API_TOKEN } = env();
  return KV_REST_API_URL && KV_REST_API_TOKEN
    ? createVercelKvStore(KV_REST_API_URL, KV_REST_API_TOKEN)
    : createEmbeddedStore();
}
