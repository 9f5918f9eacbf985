import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { findRedisServer } from "../../scripts/programs.mjs";
import { startChild } from "./child";
import { type StoredSearch, searchStored } from "./stored-search";

/** A real Redis server behind a server that speaks Upstash's REST protocol. */
export interface Redis {
  /** For KV_REST_API_URL. */
  restUrl: string;
  /** For KV_REST_API_TOKEN. */
  token: string;
  /** Runs one command, e.g. `command("TTL", key)`; the reply as Redis gave it. */
  command(...words: string[]): Promise<unknown>;
  /** Every key with its value; values other than strings as JSON. */
  dump(): Promise<Map<string, string>>;
  /** Forgets everything. @throws Error if a stored value holds the API key. */
  flush(): Promise<void>;
  /** The store refuses connections until `resume()`. */
  stop(): Promise<void>;
  /** The store accepts requests and answers none until `resume()`. */
  pause(): void;
  /** Undoes `stop()` and `pause()`; what was stored is still there. */
  resume(): Promise<void>;
  /** Ends it. @returns what was searched for the API key. @throws Error if a stored value holds it. */
  close(): Promise<StoredSearch>;
}

const REST_SERVER = fileURLToPath(
  new URL("server.js", import.meta.resolve("@humanwhocodes/upstash-redis-server")),
);

const KEYS_A_PAGE = 200;

// How each type of value but strings is read whole.
const READ: Record<string, (key: string) => string[]> = {
  hash: (key) => ["HGETALL", key],
  list: (key) => ["LRANGE", key, "0", "-1"],
  set: (key) => ["SMEMBERS", key],
  zset: (key) => ["ZRANGE", key, "0", "-1", "WITHSCORES"],
};

/** Starts a Redis server and its REST server on free ports, storing nothing on disk. */
export async function startRedis(): Promise<Redis> {
  const program = findRedisServer();
  if (!program) throw new Error("The tests need redis-server or valkey-server on the PATH.");
  const folder = await mkdtemp(join(tmpdir(), "longplay-redis-"));
  const port = await getPort();
  const restPort = await getPort();
  const restUrl = `http://127.0.0.1:${restPort}`;
  const token = "longplay-test-token";

  const options = ["--save", "", "--appendonly", "no", "--dir", folder, "--bind", "127.0.0.1"];
  const redis = startChild(program, [...options, "--port", String(port)]);
  const startRest = async () => {
    const child = startChild(process.execPath, [REST_SERVER], {
      PORT: String(restPort),
      URS_TOKEN: token,
      REDIS_URL: `redis://127.0.0.1:${port}`,
    });
    await child.ready(async () => (await command("PING")) === "PONG");
    return child;
  };

  async function command(...words: string[]): Promise<unknown> {
    const response = await fetch(restUrl, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(words),
    });
    const reply: { result?: unknown; error?: string } = await response.json();
    if (reply.error) throw new Error(`${words[0]}: ${reply.error}`);
    return reply.result;
  }

  /** Everything that is stored, read in pages: two commands for each key would take most of the time. */
  async function* pages(): AsyncGenerator<[key: string, value: string][]> {
    const keys = await strings("KEYS", "*");
    for (let at = 0; at < keys.length; at += KEYS_A_PAGE) {
      const some = keys.slice(at, at + KEYS_A_PAGE);
      const values = await command("MGET", ...some);
      if (!Array.isArray(values)) throw new Error("MGET gave no list.");
      const page: [string, string][] = [];
      for (const [index, key] of some.entries()) {
        const value: unknown = values[index] ?? (await readOther(key));
        if (typeof value === "string") page.push([key, value]);
      }
      yield page;
    }
  }

  /** A value that MGET does not read; undefined if it has run out since its key was listed. */
  async function readOther(key: string): Promise<string | undefined> {
    const read = READ[String(await command("TYPE", key))];
    return read && JSON.stringify(await command(...read(key)));
  }

  async function dump() {
    const values = new Map<string, string>();
    for await (const page of pages()) for (const [key, value] of page) values.set(key, value);
    return values;
  }

  async function strings(...words: string[]): Promise<string[]> {
    const reply = await command(...words);
    return Array.isArray(reply) ? reply.map(String) : [];
  }

  await redis.ready(() => accepts(port));
  let rest = await startRest();
  let state: "running" | "stopped" | "paused" = "running";

  async function resume() {
    if (state === "stopped") rest = await startRest();
    if (state === "paused") rest.signal("SIGCONT");
    state = "running";
  }

  return {
    restUrl,
    token,
    command,
    dump,
    async flush() {
      await searchStored(pages());
      await command("FLUSHALL");
    },
    async stop() {
      await resume();
      await rest.stop();
      state = "stopped";
    },
    pause() {
      if (state !== "running") throw new Error(`The store is ${state}.`);
      rest.signal("SIGSTOP");
      state = "paused";
    },
    resume,
    async close() {
      try {
        await resume();
        return await searchStored(pages());
      } finally {
        await rest.stop();
        await redis.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Whether something listens on a port. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
