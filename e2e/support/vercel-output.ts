import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** One route of `config.json` (Build Output API, version 3), as far as this site's have them. */
export interface Route {
  handle?: string;
  src?: string;
  dest?: string;
  headers?: Record<string, string>;
  status?: number;
  continue?: boolean;
  has?: Condition[];
  missing?: Condition[];
  middlewarePath?: string;
}

interface Condition {
  type: string;
  key: string;
  value?: string;
}

/** `.vc-config.json` of a function. */
interface FunctionConfig {
  handler: string;
  useWebApi?: boolean;
  /** Seconds. */
  maxDuration?: number;
  /** Each file's place in the function's folder, and where it is in the site's. */
  filePathMap: Record<string, string>;
}

/** The page store's settings of a function: `.prerender-config.json`. */
interface PrerenderConfig {
  /** The file that the build made; null: each URL's page is written when it is first asked for. */
  fallback: string | null;
  initialStatus?: number;
  initialHeaders: Record<string, string>;
}

/** A function of the build. */
export interface BuiltFunction {
  /** Its path, without the slash before it. */
  name: string;
  folder: string;
  config: FunctionConfig;
  prerender?: PrerenderConfig & { folder: string };
}

/** What the build has for the platform to serve. */
export interface VercelOutput {
  /** By phase; the first one's name is empty. */
  routes: Map<string, Route[]>;
  /** By path. */
  functions: Map<string, BuiltFunction>;
  /** Files by path. */
  statics: Map<string, { file: string; type?: string }>;
}

/** Reads a build output. @throws if it is none */
export function readOutput(folder: string): VercelOutput {
  const { routes, overrides } = readJson<{
    routes: Route[];
    overrides: Record<string, { path: string; contentType: string }>;
  }>(join(folder, "config.json"));
  const phases = new Map<string, Route[]>();
  let phase = "";
  for (const route of routes) {
    phase = route.handle ?? phase;
    if (!route.handle) phases.set(phase, [...(phases.get(phase) ?? []), route]);
  }

  const files = join(folder, "static");
  const statics = new Map<string, { file: string; type?: string }>();
  for (const path of filesBelow(files)) {
    const given = overrides[path];
    const file = join(files, path);
    if (given) statics.set(`/${given.path}`, { file, type: given.contentType });
    else statics.set(`/${path}`, { file });
  }
  return { routes: phases, functions: readFunctions(join(folder, "functions")), statics };
}

function readFunctions(root: string): Map<string, BuiltFunction> {
  const functions = new Map<string, BuiltFunction>();
  const read = (below: string) => {
    for (const entry of readdirSync(join(root, below))) {
      const path = join(below, entry);
      // Some are links to others.
      if (!statSync(join(root, path)).isDirectory()) continue;
      if (!entry.endsWith(".func")) {
        read(path);
        continue;
      }
      const name = path.slice(0, -".func".length);
      const folder = join(root, path);
      const config = readJson<FunctionConfig>(join(folder, ".vc-config.json"));
      const prerender = join(root, `${name}.prerender-config.json`);
      functions.set(name === "index" ? "/" : `/${name}`, {
        name,
        folder,
        config,
        ...(existsSync(prerender) && {
          prerender: { ...readJson<PrerenderConfig>(prerender), folder: join(prerender, "..") },
        }),
      });
    }
  };
  read("");
  return functions;
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** A request on its way through the routes. */
export interface Routed {
  path: string;
  query: URLSearchParams;
  /** As the client sent them, by name in small letters. */
  asked: Headers;
  /** What the routes put on the answer. */
  headers: Headers;
  status?: number;
}

/** What a route's pattern finds in a request's path, or null if the route is not for it. */
export function match(route: Route, { path, asked }: Routed): RegExpExecArray | null {
  const { src = "", has = [], missing = [] } = route;
  // Patterns are for the whole path, and capitals are small letters.
  const pattern = `${src.startsWith("^") ? "" : "^"}${src}${src.endsWith("$") ? "" : "$"}`;
  const found = new RegExp(pattern, "i").exec(path);
  if (!found) return null;
  const holds = ({ type, key, value }: Condition) => {
    if (type !== "header") throw new Error(`A condition of another kind: ${type}`);
    const given = asked.get(key);
    return given !== null && (value === undefined || new RegExp(`^${value}$`).test(given));
  };
  return has.every(holds) && !missing.some(holds) ? found : null;
}

/** Does to a request what a route that matches it says. */
export function follow(route: Route, found: RegExpExecArray, routed: Routed): void {
  const fill = (text: string) =>
    text.replace(
      /\$(\w+)/g,
      (_, name: string) => found.groups?.[name] ?? found[Number(name)] ?? "",
    );
  for (const [name, value] of Object.entries(route.headers ?? {})) {
    routed.headers.set(name, fill(value));
  }
  if (route.status) routed.status = route.status;
  if (!route.dest) return;
  const [path = "", query = ""] = fill(route.dest).split("?");
  routed.path = path.startsWith("/") ? path : `/${path}`;
  for (const [name, value] of new URLSearchParams(query)) routed.query.set(name, value);
}
