import { openApiDocument } from "@/lib/api-docs/openapi";
import { API_ROUTES } from "@/lib/api-docs/routes";
import { CACHE_TIMES } from "@/lib/cache-times";
import { env } from "@/lib/env";
import type { EncodedBody } from "@/lib/http/encoded-body";
import { encodedResponse } from "@/lib/http/encoded-response";
import { json } from "@/lib/http/player-route";
import { newBody } from "@/lib/http/response-cache";
import { VERSION } from "@/lib/version";

let made: EncodedBody | undefined;

/** All routes for programs, as an OpenAPI 3.1 document. */
export function GET(request: Request): Promise<Response> {
  made ??= write();
  return encodedResponse(request, made, {
    "Cache-Control": `public, max-age=0, s-maxage=${CACHE_TIMES.openApi.seconds}`,
  });
}

function write(): EncodedBody {
  const about = { version: VERSION, site: env().SITE_URL ?? "" };
  const body = newBody(json(openApiDocument(API_ROUTES, about)));
  body.keep();
  return body;
}
