import type { z } from "zod";
import type { ProblemCode } from "@/lib/http/problems";

/** A parameter of a route. */
export interface ApiParameter {
  name: string;
  in: "path" | "query";
  /** What the route reads it with. */
  schema: z.ZodType;
  isRequired?: boolean;
  /** What it is for, and in which unit. */
  about: string;
  /** What values mean that do not say it by themselves, by value. */
  meanings?: Readonly<Record<string, string>>;
}

/** What a route answers with one status, if it is no problem. */
export interface ApiAnswer {
  about: string;
  /** Media types; none: there is no body. */
  types: readonly string[];
  /** Of a JSON body. */
  schema?: z.ZodType;
  /** The one method that is answered so, where the other is not. */
  by?: "get" | "post";
}

/** The section of a route in the documentation. */
export type ApiGroup = "json" | "drop-in" | "files" | "site" | "cards";

/** All that there is to know of one route. */
export interface ApiRoute {
  /** Unique; its place on `/docs`. */
  id: string;
  /** What a client's function is called, where that cannot be the id. */
  operationId?: string;
  group: ApiGroup;
  /** As OpenAPI writes it: `/user/{user}/feed.xml`. */
  path: string;
  title: string;
  about: string;
  parameters: readonly ApiParameter[];
  /** The parameters of the query that can come in a posted form instead; left out: it takes no POST. */
  form?: readonly string[];
  answers: Readonly<Record<number, ApiAnswer>>;
  /** What of these comes with a 200 and a 304; left out: both, as with all that is about a player. */
  headers?: readonly ("ETag" | "Cache-Status")[];
  /** The environment variable whose value it wants as a bearer token; left out: it is open to all. */
  bearer?: string;
  /** The problems (RFC 9457) that it can answer with. */
  problems: readonly ProblemCode[];
  /** Path and query of a request that shows what it does, for a player and, where it takes two, another one. */
  example: (user: string, other?: string) => string;
  /** An answer to such a request, made by the functions that make real ones. */
  exampleAnswer?: unknown;
  /** Where the site shows the same. */
  shownAt?: { text: string; path: (user: string, other?: string) => string };
  /** Whether it is about two players at least. */
  isAboutTwo?: true;
}

/** The methods that a route is documented with. */
export function methodsOf({ form }: ApiRoute): readonly ("get" | "post")[] {
  return form ? ["get", "post"] : ["get"];
}
