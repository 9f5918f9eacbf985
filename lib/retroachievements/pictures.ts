import { env } from "@/lib/env";
import { drawAvatar, drawIcon } from "./demo/pixel-art";
import { upstreamMode } from "./retroachievements";

/** The most that is waited for one picture. */
const TIMEOUT_MS = 2000;
const MAX_BYTES = 1024 * 1024;
const PATH = /^\/(?:Images\/\d{1,9}|UserPic\/[0-9A-Za-z]{2,20})\.(?:png|jpe?g|gif)$/;

/** Whether a path is one of RA's icons or avatars; nothing else is ever asked for. */
export function isPicturePath(path: string): boolean {
  return PATH.test(path);
}

/**
 * The bytes of one of RA's pictures, from its media host, or as the site draws it for demo players.
 * What they are a picture of, and whether of anything, is for the caller to see.
 *
 * @throws Error for a path that is not RA's, and when there is no such picture within two seconds
 */
export async function fetchPicture(path: string): Promise<Uint8Array> {
  if (!isPicturePath(path)) throw new Error("not a picture of RA's");
  if (upstreamMode() === "demo") {
    return path.startsWith("/UserPic/") ? drawAvatar(path.slice(1)) : drawIcon(path.slice(1));
  }
  const response = await fetch(env().RA_MEDIA_BASE_URL + path, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
    cache: "no-store",
  });
  if (!response.ok || !response.body) throw new Error(`the media host answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error("the picture is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
