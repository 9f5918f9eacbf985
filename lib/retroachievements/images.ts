import { drawAvatar, drawIcon } from "./demo/pixel-art";
import { isImagePath } from "./image-path";
import { fetchMedia } from "./media";
import { upstreamMode } from "./retroachievements";

/**
 * The bytes of an image from RA's media host, or of one drawn for demo players. The caller checks that they are an
 * image.
 *
 * @throws Error as {@link fetchMedia}
 */
export async function fetchImage(path: string): Promise<Uint8Array> {
  if (upstreamMode() === "retroachievements") return fetchMedia(path);
  if (!isImagePath(path)) throw new Error("not an image of RA's");
  return path.startsWith("/UserPic/") ? drawAvatar(path.slice(1)) : drawIcon(path.slice(1));
}
