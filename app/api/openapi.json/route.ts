import { openApiDocument } from "@/lib/api-docs/openapi";
import { API_ROUTES } from "@/lib/api-docs/routes";
import { CACHE_TIMES } from "@/lib/cache-times";
import { env } from "@/lib/env";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { VERSION } from "@/lib/version";

let made: string | undefined;

/** All routes for programs, as an OpenAPI 3.1 document. */
export function GET(request: Request): Response {
  const about = { version: VERSION, site: env().SITE_URL ?? "" };
  made ??= JSON.stringify(openApiDocument(API_ROUTES, about));
  return conditionalResponse(request, made, {
    "Content-Type": "application/json",
    "Cache-Control": `public, max-age=0, s-maxage=${CACHE_TIMES.openApi.seconds}`,
  });
}
