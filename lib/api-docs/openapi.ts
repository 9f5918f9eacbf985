import { z } from "zod";
import { PROBLEMS, type ProblemCode } from "@/lib/http/problems";
import { NAMED_SCHEMAS } from "./answers";
import { type JsonSchema, parameterSchema, plainSchema } from "./json-schema";
import { type ApiAnswer, type ApiRoute, methodsOf } from "./route";

/** The parts of an OpenAPI document that are used here. */
export interface OpenApiDocument {
  openapi: "3.1.0";
  info: object;
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, JsonSchema>>;
  components: JsonSchema;
}

const GROUPS: Record<ApiRoute["group"], { name: string; description: string }> = {
  json: { name: "Progress as JSON", description: "Players and their games, for programs" },
  "drop-in": {
    name: "RetroAchievements' own endpoint",
    description: "For clients made for RetroAchievements",
  },
  files: {
    name: "Files, feeds and badges",
    description: "For spreadsheets, feed readers and bots",
  },
  cards: { name: "Cards", description: "A player's progress as a picture" },
  site: {
    name: "For sites and owners",
    description: "For embedding, and for owners of sites",
  },
};

const FORM = "application/x-www-form-urlencoded";

/** The name of the only security scheme. */
const BEARER = "bearer";

/** The headers of answers. */
const HEADERS = {
  ETag: { description: "Weak; send it as If-None-Match", schema: { type: "string" } },
  "Cache-Status": {
    description: "Where the answer came from (RFC 9211): a negative ttl is staleness",
    schema: { type: "string" },
  },
  "Retry-After": {
    description: "Seconds to wait; missing if waiting does not help",
    schema: { type: "integer", minimum: 1 },
  },
};

/**
 * The OpenAPI 3.1 document of some routes.
 *
 * @param version of the site
 * @param site its public URL without a trailing slash; empty if unknown
 */
export function openApiDocument(
  routes: readonly ApiRoute[],
  { version, site }: { version: string; site: string },
): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const route of routes) {
    paths[route.path] = Object.fromEntries(
      methodsOf(route).map((method) => [method, operation(route, method)]),
    );
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Longplay",
      version,
      description:
        "Completion progress of RetroAchievements players, as JSON, files and cards, without an API key. For people: /docs.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: site || "/" }],
    tags: Object.values(GROUPS),
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: { [BEARER]: { type: "http", scheme: "bearer" } },
    },
  };
}

function operation(route: ApiRoute, method: "get" | "post"): JsonSchema {
  const { id, operationId = id } = route;
  const form = method === "post" ? (route.form ?? []) : [];
  return {
    operationId: method === "get" ? operationId : `${operationId}-by-${method}`,
    tags: [GROUPS[route.group].name],
    summary: route.title,
    description: route.about,
    parameters: route.parameters.map(({ name, in: place, schema, isRequired = false, about }) => ({
      name,
      in: place,
      required: isRequired && !form.includes(name),
      description: about,
      schema: parameterSchema(schema),
    })),
    ...(form.length > 0 && { requestBody: formBody(route, form) }),
    ...(route.bearer !== undefined && { security: [{ [BEARER]: [] }] }),
    responses: responses(route, method),
  };
}

/** A form with some of a route's parameters. The query wins, so the form requires none. */
function formBody({ parameters }: ApiRoute, names: readonly string[]): JsonSchema {
  const fields = parameters.filter(({ name }) => names.includes(name));
  const properties = fields.map(({ name, schema, about }) => [
    name,
    { ...parameterSchema(schema), description: about },
  ]);
  return {
    required: false,
    description: "Parameters that are not in the query",
    content: { [FORM]: { schema: { type: "object", properties: Object.fromEntries(properties) } } },
  };
}

function responses(route: ApiRoute, method: "get" | "post"): JsonSchema {
  const { answers, problems, exampleAnswer } = route;
  const all: JsonSchema = {};
  for (const [status, answer] of Object.entries(answers)) {
    if (answer.by && answer.by !== method) continue;
    const example =
      status === "200" && exampleAnswer !== undefined ? { example: exampleAnswer } : {};
    all[status] = {
      description: answer.about,
      headers: headersOf(Number(status), route, method),
      ...(answer.types.length > 0 && { content: contentOf(answer, example) }),
    };
  }
  for (const [status, codes] of byStatus(problems)) {
    // The route's own answer with this status wins, such as a card's 404.
    all[status] ??= {
      description: codes.map((code) => `${code}: ${PROBLEMS[code].about}`).join("\n\n"),
      headers: headersOf(status, route, method),
      content: {
        "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
      },
    };
  }
  return all;
}

function contentOf({ types, schema }: ApiAnswer, example: object): JsonSchema {
  const body = schema ? { schema: reference(schema) } : {};
  return Object.fromEntries(types.map((type) => [type, { ...body, ...example }]));
}

function headersOf(status: number, route: ApiRoute, method: "get" | "post"): JsonSchema {
  const { ETag, "Cache-Status": cacheStatus, "Retry-After": retryAfter } = HEADERS;
  if (status !== 200 && status !== 304) {
    return status === 429 || status >= 502 ? { "Retry-After": retryAfter } : {};
  }
  const { headers = ["ETag", "Cache-Status"] } = route;
  return {
    // A POST has no entity tag.
    ...(headers.includes("ETag") && method === "get" && { ETag }),
    ...(headers.includes("Cache-Status") && { "Cache-Status": cacheStatus }),
  };
}

function byStatus(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const found = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    found.set(status, [...(found.get(status) ?? []), code]);
  }
  return found;
}

const uri = (name: string) => `#/components/schemas/${name}`;

/** A reference to a named schema, or the schema itself. */
function reference(schema: z.ZodType): JsonSchema {
  const named = Object.entries(NAMED_SCHEMAS).find(([, each]) => each === schema);
  return named ? { $ref: uri(named[0]) } : plainSchema(z.toJSONSchema(schema));
}

function namedSchemas(): JsonSchema {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) registry.add(schema, { id });
  return plainSchema(z.toJSONSchema(registry, { uri }).schemas);
}
