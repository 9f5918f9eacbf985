import type { z } from "zod";
import type { ProblemCode } from "@/lib/http/problems";

/** A parameter of a route. */
export interface ApiParameter {
  name: string;
  in: "path" | "query";
  /** The schema that the route parses it with. */
  schema: z.ZodType;
  isRequired?: boolean;
  /** Its purpose and unit. */
  about: string;
  /** The meaning of values that are not obvious, by value. */
  meanings?: Readonly<Record<string, string>>;
}

/** A route's answer with one status that is not a problem. */
export interface ApiAnswer {
  about: string;
  /** Media types; empty without a body. */
  types: readonly string[];
  /** Of a JSON body. */
  schema?: z.ZodType;
  /** The only method with this answer; left out: all. */
  by?: "get" | "post";
}

/** The section of a route in the documentation. */
export type ApiGroup = "json" | "drop-in" | "files" | "site" | "cards";

/** The description of one route. */
export interface ApiRoute {
  /** Unique; the fragment of its section in the docs. */
  id: string;
  /** The name of a client's function, if that cannot be the id. */
  operationId?: string;
  group: ApiGroup;
  /** As OpenAPI writes it: `/user/{user}/feed.xml`. */
  path: string;
  title: string;
  about: string;
  parameters: readonly ApiParameter[];
  /** Parameters that a posted form can have instead of the query; left out: no POST. */
  form?: readonly string[];
  answers: Readonly<Record<number, ApiAnswer>>;
  /** Those of these headers that a 200 and a 304 have; left out: both. */
  headers?: readonly ("ETag" | "Cache-Status")[];
  /** The environment variable with the bearer token that it needs; left out: none. */
  bearer?: string;
  /** The problems (RFC 9457) that it answers with. */
  problems: readonly ProblemCode[];
  /** Path and query of an example request for a player and, if it takes two, another one. */
  example: (user: string, other?: string) => string;
  /** An example answer, made by the functions that make real ones. */
  exampleAnswer?: unknown;
  /** The page of the site with the same data. */
  shownAt?: { text: string; path: (user: string, other?: string) => string };
  /** It needs at least two players. */
  isAboutTwo?: true;
}

/** The documented methods of a route. */
export function methodsOf({ form }: ApiRoute): readonly ("get" | "post")[] {
  return form ? ["get", "post"] : ["get"];
}
