import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { findRedisServer } from "../../scripts/programs.mjs";
import { startChild } from "./child";
import { storedValueHoldsKey } from "./key-leak";

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
  /** Ends it. @throws Error if a stored value holds the API key. */
  close(): Promise<void>;
}

const REST_SERVER = fileURLToPath(
  new URL("server.js", import.meta.resolve("@humanwhocodes/upstash-redis-server")),
);

// How each type of value is read whole.
const READ: Record<string, (key: string) => string[]> = {
  string: (key) => ["GET", key],
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

  async function dump() {
    const values = new Map<string, string>();
    for (const key of await strings("KEYS", "*")) {
      const read = READ[String(await command("TYPE", key))];
      // It can run out between the two commands.
      if (!read) continue;
      const value = await command(...read(key));
      values.set(key, typeof value === "string" ? value : JSON.stringify(value));
    }
    return values;
  }

  async function strings(...words: string[]): Promise<string[]> {
    const reply = await command(...words);
    return Array.isArray(reply) ? reply.map(String) : [];
  }

  async function assertNoKeyStored() {
    const bad = [...(await dump())].filter(
      ([key, value]) => storedValueHoldsKey(key) || storedValueHoldsKey(value),
    );
    if (bad.length > 0) throw new Error(`The API key is in ${bad.length} stored values.`);
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
      await assertNoKeyStored();
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
        await assertNoKeyStored();
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
