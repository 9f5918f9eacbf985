import { acceptedEncodings, type Encoding } from "./accept-encoding";
import type { EncodedBody } from "./encoded-body";
import { matchesEntityTag } from "./entity-tag";
import { framingHeaders, sendsFramingHeaders } from "./framing-headers";

/** Of functions on Vercel, whose edge compresses. */
const IDENTITY: readonly Encoding[] = ["identity"];

/**
 * A 200 response with a body in the encoding that the client accepts, its entity tag and its length; or 304 without a
 * body if the client has an accepted form of it. A 304 compresses nothing.
 *
 * @param headers in addition to the body's own
 */
export async function encodedResponse(
  request: Request,
  body: EncodedBody,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const encodes = sendsFramingHeaders();
  const accepted = encodes ? acceptedEncodings(request.headers.get("Accept-Encoding")) : IDENTITY;
  const all: Record<string, string> = { ...body.headers, ...headers };
  if (body.isCompressible && encodes) {
    all.Vary = all.Vary ? `${all.Vary}, Accept-Encoding` : "Accept-Encoding";
  }
  const ifNoneMatch = request.headers.get("If-None-Match");
  const held =
    ifNoneMatch === null
      ? undefined
      : accepted.find((encoding) => matchesEntityTag(ifNoneMatch, body.tagOf(encoding)));
  if (held !== undefined) {
    all.ETag = body.tagOf(held);
    // Next would compress a 304 with a compressible type.
    delete all["Content-Type"];
    return new Response(null, { status: 304, headers: all });
  }
  const { encoding, bytes } = await body.encode(accepted);
  all.ETag = body.tagOf(encoding);
  if (encodes) {
    Object.assign(all, framingHeaders(encoding === "identity" ? null : encoding, bytes.length));
  }
  return new Response(streamOf(bytes), { status: 200, headers: all });
}

/** A body that is not copied: `Response` copies bytes twice, which takes longer than all else for a large one. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
