import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { isImagePath } from "./image-path";
import { readBody } from "./read-body";

/** For one image, body included. */
const TIMEOUT_MS = 2000;

/**
 * The bytes at a path of RA's media host. The caller checks that they are an image.
 *
 * @throws Error for a path that is not RA's, and if the image does not arrive within two seconds
 */
export async function fetchMedia(path: string): Promise<Uint8Array> {
  if (!isImagePath(path)) throw new Error("not an image of RA's");
  const started = performance.now();
  const emit = (outcome: "ok" | "failed") => {
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
    emit("ok");
    return bytes;
  } catch (error) {
    emit("failed");
    throw error;
  }
}
