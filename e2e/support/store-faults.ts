import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { portOf } from "./port-of";

/** A fault that affects commands, by default all of them. */
export interface StoreFault {
  /**
   * `refuse`: nothing listens. `error`: answered with status 500, or with `answer`. `slow`: takes a second more.
   * `hang`: not answered until the fault ends. `odd`: not run, and answered with status 200 and `body`.
   */
  kind: "refuse" | "error" | "slow" | "hang" | "odd";
  /** What `error` answers: `{"error": text}` with this status. */
  answer?: { status: number; text: string };
  body?: string;
  /** Selects commands by their words. `refuse` affects all. */
  only?: (words: readonly string[]) => boolean;
}

/** A proxy in front of a store's REST server that can inject faults. */
export interface StoreFaults {
  /** For KV_REST_API_URL. */
  restUrl: string;
  /** Starts a fault; null ends it, and hanging commands go on. */
  set(fault: StoreFault | null): Promise<void>;
  /** How many commands are hanging. */
  hanging(): number;
  /** How many hanging commands their sender has aborted. */
  givenUp(): number;
  close(): Promise<void>;
}

const SLOW_MS = 1000;

/** Whether a command writes a player's value. */
export function writesPlayer([name = "", ...words]: readonly string[]): boolean {
  return /^(set|eval)$/i.test(name) && words.some((word) => word.startsWith("longplay:player:"));
}

/** Starts a proxy without a fault on a free port of 127.0.0.1, in front of the REST server at that address. */
export async function startStoreFaults(targetUrl: string): Promise<StoreFaults> {
  let fault: StoreFault | null = null;
  let givenUp = 0;
  const releases = new Set<() => void>();

  async function receive(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request);
    const words = wordsOf(body);
    const kind = fault && (fault.only?.(words) ?? true) ? fault.kind : undefined;
    if (kind === "error") {
      const { status, text: error } = fault?.answer ?? { status: 500, text: "ERR internal error" };
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ error }));
      return;
    }
    if (kind === "odd") {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(fault?.body);
      return;
    }
    if (kind === "slow") await sleep(SLOW_MS);
    if (kind === "hang") await untilReleased(response);
    if (response.destroyed) return;
    const answer = await fetch(targetUrl + request.url, {
      method: request.method ?? "POST",
      headers: {
        Authorization: request.headers.authorization ?? "",
        "Content-Type": "application/json",
      },
      body,
    });
    const type = answer.headers.get("Content-Type") ?? "application/json";
    response.writeHead(answer.status, { "Content-Type": type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  async function untilReleased(response: ServerResponse): Promise<void> {
    await new Promise<void>((resolve) => {
      const release = () => {
        releases.delete(release);
        resolve();
      };
      releases.add(release);
      response.once("close", () => {
        if (releases.has(release)) givenUp++;
        release();
      });
    });
  }

  const server = createServer((request, response) => {
    // The store or the caller is gone: the connection breaks.
    receive(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);

  async function stopListening() {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  }

  async function set(newFault: StoreFault | null) {
    fault = newFault;
    for (const release of [...releases]) release();
    if (fault?.kind === "refuse") {
      await stopListening();
    } else if (!server.listening) {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    }
  }

  return {
    restUrl: `http://127.0.0.1:${port}`,
    set,
    hanging: () => releases.size,
    givenUp: () => givenUp,
    async close() {
      await set(null);
      await stopListening();
    },
  };
}

/** The words of a command, or of all commands of a pipeline. */
function wordsOf(body: string): string[] {
  const words: unknown = JSON.parse(body);
  return Array.isArray(words) ? words.flat().map(String) : [];
}
