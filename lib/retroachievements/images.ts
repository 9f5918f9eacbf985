import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { drawAvatar, drawIcon } from "./demo/pixel-art";
import { isImagePath } from "./image-path";
import { readBody } from "./read-body";
import { upstreamMode } from "./retroachievements";

/** The most that is waited for one image. */
const TIMEOUT_MS = 2000;

/**
 * The bytes of one of RA's images, from its media host, or as the site draws it for demo players.
 * What they are an image of, and whether of anything, is for the caller to see.
 *
 * @throws Error for a path that is not RA's, and when there is no such image within two seconds
 */
export async function fetchImage(path: string): Promise<Uint8Array> {
  if (!isImagePath(path)) throw new Error("not an image of RA's");
  if (upstreamMode() === "demo") {
    return path.startsWith("/UserPic/") ? drawAvatar(path.slice(1)) : drawIcon(path.slice(1));
  }
  const started = performance.now();
  const tell = (outcome: "ok" | "failed") => {
    const milliseconds = performance.now() - started;
    observe({ type: "upstream", endpoint: "media", outcome, milliseconds });
  };
  try {
    const response = await fetch(env().RA_MEDIA_BASE_URL + path, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
      cache: "no-store",
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the media host answered ${response.status}`);
    }
    const bytes = await readBody(response, LIMITS.imageBytes);
    tell("ok");
    return bytes;
  } catch (error) {
    tell("failed");
    throw error;
  }
}
