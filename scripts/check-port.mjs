import { once } from "node:events";
import { createServer } from "node:net";

/** Ports below this one need rights that a user seldom has. */
const FIRST_FREE_PORT = 1024;

/**
 * Why a server cannot listen on a port, in words for the person who starts it.
 *
 * @param {string} port as PORT has it
 * @returns {Promise<string | null>} null if it can
 */
export async function portProblem(port) {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    return `PORT is ${JSON.stringify(port)}, and has to be a number from 0 to 65535.`;
  }
  const server = createServer();
  try {
    // On all addresses, as Next listens.
    server.listen(number);
    await once(server, "listening");
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    const other = "Choose another one: PORT=8080 npm start";
    if (code === "EADDRINUSE") return `Port ${port} is in use by another program. ${other}`;
    if (code === "EACCES" && number < FIRST_FREE_PORT) {
      return `Port ${port} needs the rights of an administrator. ${other}`;
    }
    return `Port ${port} cannot be used (${code}). ${other}`;
  } finally {
    server.close();
  }
}
