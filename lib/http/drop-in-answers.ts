import { errorKind } from "@/lib/domain/error-kinds";
import type { UpstreamError } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { SHORT_CACHE_CONTROL } from "./cache-headers";
import { type DropInErrors, summarize } from "./drop-in-parameters";
import { retryHeaders } from "./retry-headers";

/** The only path below `/API/` that this site serves. */
const SERVED_PATH = "/API/API_GetUserCompletionProgress.php";

/** Its methods; Next derives HEAD from GET. */
const ALLOWED_METHODS = "GET, HEAD, OPTIONS, POST";

/** RA's 422 (Laravel's): the first error as the message, and all of them by parameter. */
export function dropInInvalid(errors: DropInErrors): Response {
  return Response.json(
    { message: summarize(errors), errors },
    {
      status: 422,
      headers: {
        "Cache-Control": SHORT_CACHE_CONTROL,
        "Cache-Status": "Longplay; detail=invalid-parameters",
      },
    },
  );
}

/** 413 for a form that is too large. */
export function dropInTooLarge(): Response {
  const message = `The body must not be greater than ${LIMITS.requestBodyBytes} bytes.`;
  // So that the rest of the body is not read.
  return failure(413, "body-too-large", message, { Connection: "close" });
}

/** An upstream error, with this site's status for it. */
export function dropInFailed(error: UpstreamError): Response {
  return failure(errorKind(error.code).status, error.code, error.message, retryHeaders(error));
}

/** 404 for all other paths below `/API/`, with links to the documentation (RFC 8631). */
export function dropInNotFound(): Response {
  return failure(404, "not_found", `Not found. This site serves ${SERVED_PATH} only.`, {
    "Cache-Control": SHORT_CACHE_CONTROL,
    Link: '</docs>; rel="service-doc", </api/openapi.json>; rel="service-desc"',
  });
}

/** The allowed methods: Next itself would list the refused ones too. */
export function dropInOptions(): Response {
  return new Response(null, { status: 204, headers: { Allow: ALLOWED_METHODS } });
}

/** 405 for any other method. */
export function dropInMethodNotAllowed(): Response {
  const message = `Method not allowed. This site serves GET and POST of ${SERVED_PATH}.`;
  // So that a body is not read.
  return failure(405, "method_not_allowed", message, {
    Allow: ALLOWED_METHODS,
    Connection: "close",
  });
}

/** RA's format of all errors but 422; its `status` is a string. */
function failure(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string>,
): Response {
  return Response.json(
    { message, errors: [{ status: String(status), code, title: message }] },
    {
      status,
      headers: {
        "Cache-Control": "no-store",
        "Cache-Status": `Longplay; detail=${code}`,
        ...headers,
      },
    },
  );
}
