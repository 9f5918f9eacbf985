import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { portOf } from "./port-of";

/**
 * Runs something beside a small server on 127.0.0.1 with a given handler.
 *
 * @param work is given the server's address, without a slash at its end
 */
export async function withHttpServer<Result>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await work(`http://127.0.0.1:${portOf(server)}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
