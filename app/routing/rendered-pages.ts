import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { createSingleFlight } from "@/lib/async/single-flight";
import { BodyCache } from "@/lib/http/body-cache";
import { EncodedBody } from "@/lib/http/encoded-body";
import { LIMITS } from "@/lib/limits";
import { serverAddress } from "@/lib/server-process";

/** Header of this process's requests to itself: its secret, and the page to render. */
const PAGE_TO_RENDER = "x-longplay-page";
const secret = randomUUID();

/** A page that lacks something that could not be read in time: it is not cached. */
const INCOMPLETE = '<main id="main" data-incomplete';

const pages = new BodyCache({ maxBytes: LIMITS.pagesBytes, maxBodyBytes: LIMITS.pageBytes });
const renders = createSingleFlight<RenderedPage | null>(LIMITS.pagesRendering);

/** A page as Next sends it under a URL. */
interface Page {
  /** The path that clients see. */
  publicPath: string;
  /** The path of the route that renders it. It names the version of all that the page shows. */
  path: string;
  /** The entity tag of its HTML. */
  tag: string;
  /** Whether it is worth memory: lists and choices are too many. */
  isKept: boolean;
}

interface RenderedPage {
  body: EncodedBody;
  /** Whether it lacks nothing that its tag and its cache headers promise. */
  isWhole: boolean;
}

/** The page that this process has requested from itself; null for the requests of clients. */
export function readPageToRender(headers: Headers): string | null {
  const [given, path] = headers.get(PAGE_TO_RENDER)?.split(" ") ?? [];
  return given === secret && path ? path : null;
}

/** The HTML of a page if it is cached. */
export function cachedPage(path: string): EncodedBody | undefined {
  return pages.get(path);
}

/**
 * The HTML of a page, rendered once for all who ask at the same time, and cached if it is whole and to be kept: this
 * process requests it from itself, so that Next decides each byte.
 *
 * @returns null if Next has to answer itself: in development, on Vercel, and if rendering failed
 */
export async function renderedPage(page: Page): Promise<RenderedPage | null> {
  return renders.run(page.path, () => render(page)).catch(() => null);
}

async function render({ publicPath, path, tag, isKept }: Page): Promise<RenderedPage | null> {
  const address = serverAddress();
  if (!address) return null;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(
      {
        ...address,
        path: publicPath,
        headers: { [PAGE_TO_RENDER]: `${secret} ${path}` },
        agent: false,
        signal: AbortSignal.timeout(LIMITS.pageRenderMs),
      },
      resolve,
    ).once("error", reject);
  });
  const html = await readBody(response);
  const { vary = "", link } = response.headers;
  if (response.statusCode !== 200 || html === null) return null;
  const body = new EncodedBody(
    html,
    {
      "Content-Type": response.headers["content-type"] ?? "",
      // The response adds it by itself.
      Vary: vary.replace(/, *Accept-Encoding$/i, ""),
      ...(link !== undefined && { Link: [link].flat().join(", ") }),
    },
    tag,
  );
  const isWhole = !html.includes(INCOMPLETE);
  if (isWhole && isKept) pages.set(path, body);
  return { body, isWhole };
}

/** Null if it is larger than a cached page may be. */
async function readBody(response: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.pageBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
