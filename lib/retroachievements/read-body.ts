import { InvalidResponse } from "@/lib/domain/upstream-error";
import { whatIsAnswered } from "./parse-json";

/**
 * The body of an answer, and no more of it than there is room for.
 *
 * @param maxBytes after decompression
 * @throws InvalidResponse beyond that; what `fetch` throws when the connection breaks
 */
export async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > maxBytes) throw new InvalidResponse(whatIsAnswered(chunks[0] ?? chunk));
  }
  return Buffer.concat(chunks);
}
