import { LIMITS } from "@/lib/limits";

const FORM = "application/x-www-form-urlencoded";

/** Thrown by {@link readForm}. */
export class BodyTooLarge extends Error {
  readonly code = "body-too-large";
}

/**
 * The fields of a form; none if the body has another type. A body whose `Content-Length` is too large is not read at
 * all, others up to {@link LIMITS.requestBodyBytes}.
 *
 * @throws BodyTooLarge
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  if (Number(request.headers.get("Content-Length") ?? 0) > LIMITS.requestBodyBytes) {
    throw new BodyTooLarge();
  }
  const type = (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
  const text = await readText(request.body);
  return new URLSearchParams(type === FORM ? text : "");
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > LIMITS.requestBodyBytes) {
      // Not awaited: it may not end before the sender does.
      reader?.cancel().catch(() => undefined);
      throw new BodyTooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString();
}
