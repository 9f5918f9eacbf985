import { InvalidResponse } from "@/lib/domain/upstream-error";
import { subjectOf } from "./parse-json";

/**
 * The body of an answer, up to a bound.
 *
 * @param maxBytes after decompression
 * @throws InvalidResponse beyond that; what `fetch` throws if the connection breaks
 */
export async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > maxBytes) throw new InvalidResponse(subjectOf(chunks[0] ?? chunk));
  }
  return Buffer.concat(chunks);
}
