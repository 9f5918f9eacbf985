import { writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

/** What of an OpenAPI document a call is made from. */
export interface Document {
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  parameters: { name: string; in: "path" | "query"; required: boolean }[];
  requestBody?: object;
  responses: Record<string, { content?: Record<string, object> }>;
}

/** What a call came back with. */
export interface Called {
  operation: string;
  status: number;
  hasData: boolean;
}

/** The program that {@link makeClient} writes. */
export interface Client {
  callAll(baseUrl: string, token: string): Promise<Called[]>;
}

/**
 * Makes a client as a user of the document would: types by openapi-typescript, calls by openapi-fetch, and one call
 * of every operation, checked and compiled by TypeScript 5.
 *
 * @param folder a folder below the repository's root, for the program
 * @param values of parameters, by name
 * @returns the compiled program's path, and what the compiler has to say of it
 */
export async function makeClient(
  document: Document,
  folder: string,
  values: Readonly<Record<string, string>>,
): Promise<{ file: string; problems: string[] }> {
  const types = astToString(await openapiTS(JSON.stringify(document)));
  // Not a file of declarations: TypeScript's own need not be checked, these have to be.
  writeFileSync(join(folder, "paths.ts"), types);
  const source = join(folder, "client.ts");
  writeFileSync(source, programOf(document, values));
  const program = ts.createProgram([source], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    strict: true,
    skipLibCheck: true,
  });
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  program.emit();
  return { file: join(folder, "client.js"), problems };
}

function programOf({ paths }: Document, values: Readonly<Record<string, string>>): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => callOf(path, method, operation, values)),
  );
  return `import createClient from "openapi-fetch";
import type { paths } from "./paths";

export async function callAll(baseUrl: string, token: string) {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: \`Bearer \${token}\` } });
  const called: { operation: string; status: number; hasData: boolean }[] = [];
${calls.join("\n")}
  return called;
}

export function misused(baseUrl: string) {
  const client = createClient<paths>({ baseUrl });
  // @ts-expect-error: there is no such order.
  client.GET("/api/v1/users/{user}/games", { params: { path: { user: "x" }, query: { sort: "shiny" } } });
  // @ts-expect-error: a player must be named.
  client.GET("/API/API_GetUserCompletionProgress.php");
}
`;
}

function callOf(
  path: string,
  method: string,
  { parameters, requestBody, responses }: Operation,
  values: Readonly<Record<string, string>>,
): string {
  const required = parameters.filter((each) => each.required);
  const places = [...new Set(required.map((each) => each.in))].map((place) => {
    const here = required.filter((each) => each.in === place);
    const given = Object.fromEntries(here.map(({ name }) => [name, values[name] ?? name]));
    return `${place}: ${JSON.stringify(given)}`;
  });
  const isJson = "application/json" in (responses[200]?.content ?? {});
  const options = [
    ...(places.length > 0 ? [`params: { ${places.join(", ")} }`] : []),
    ...(isJson ? [] : ['parseAs: "text"']),
    ...(requestBody
      ? [
          'headers: { "Content-Type": "application/x-www-form-urlencoded" }',
          `body: { u: ${JSON.stringify(values.u)} }`,
        ]
      : []),
  ];
  const operation = JSON.stringify(`${method} ${path}`);
  return `  {
    const { data, response } = await client.${method.toUpperCase()}(${JSON.stringify(path)}, { ${options.join(", ")} });
    called.push({ operation: ${operation}, status: response.status, hasData: data !== undefined });
  }`;
}
