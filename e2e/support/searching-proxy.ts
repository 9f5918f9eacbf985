import { once } from "node:events";
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { decodeBody, holdsKey } from "./key-leak";
import { portOf } from "./port-of";

/** A server that passes everything on and looks for the key in every answer. */
export interface SearchingProxy {
  /** Where it listens; no slash at the end. */
  url: string;
  /** How many answers were searched. */
  searched(): number;
  /** What was found, one line an answer, without the key. */
  leaks(): string[];
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 75_000;

// They are about one connection, so a proxy does not pass them on.
const HOP_BY_HOP = new Set(["connection", "keep-alive"]);

/** Starts a pass-through proxy in front of a server on 127.0.0.1. `Host` is passed on as the client sent it. */
export async function startSearchingProxy(targetPort: number): Promise<SearchingProxy> {
  const leaks: string[] = [];
  const passing = new Set<Promise<void>>();
  let searched = 0;

  function search(call: string, answer: IncomingMessage, chunks: Buffer[]) {
    searched++;
    if (holdsKey(answer.rawHeaders.join("\n"))) leaks.push(`${call}: the key is in its headers`);
    try {
      const body = decodeBody(Buffer.concat(chunks), answer.headers["content-encoding"]);
      if (holdsKey(body)) leaks.push(`${call}: the key is in its body`);
    } catch (error) {
      leaks.push(`${call}: its body was not searched: ${String(error)}`);
    }
  }

  // A connection of its own for each: a site may close one that waits just as it is used again.
  const agent = new Agent({ keepAlive: false });

  function pass(request: IncomingMessage, response: ServerResponse) {
    const { connection, ...headers } = request.headers;
    const { method, url: path } = request;
    const to = { host: "127.0.0.1", port: targetPort, agent };
    const onward = httpRequest({ ...to, method, path, headers });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer));
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        response.write(chunk);
      });
      const over = new Promise<void>((resolve) => {
        answer.on("close", () => {
          search(`${method} ${path}`, answer, chunks);
          passing.delete(over);
          if (answer.complete) response.end();
          else response.destroy();
          resolve();
        });
      });
      passing.add(over);
      // A site that breaks off is passed on by the `close` above.
      answer.on("error", () => {});
    });
    // The client sees what it would see without the proxy: a broken connection.
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  }

  // Longer than any test, so that no connection is closed just as it is used again.
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, pass).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    searched: () => searched,
    leaks: () => leaks,
    async close() {
      // A client need not have read to its end what the site still sends: that is searched too.
      await Promise.race([Promise.all(passing), sleep(1000)]);
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      await Promise.all(passing);
    },
  };
}

/** An answer's headers as name, value, name, value, without those that are about one connection. */
function endToEnd({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.filter(
    (_, at) => !HOP_BY_HOP.has(rawHeaders[at - (at % 2)]?.toLowerCase() ?? ""),
  );
}
