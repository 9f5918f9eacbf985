import { once } from "node:events";
import { get, type IncomingHttpHeaders } from "node:http";

/** A response as it is sent: `fetch` would decompress it. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Requests a URL over a connection of its own. */
export async function rawAnswer(
  url: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const [response] = await once(get(url, { headers, agent: false }), "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(chunks),
  };
}
