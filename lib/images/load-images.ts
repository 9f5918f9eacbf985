import "server-only";
import { after } from "next/server";
import { waitAtMost } from "@/lib/async/sleep";
import { LIMITS } from "@/lib/limits";
import { outsideRequest } from "@/lib/outside-request";
import { sharedStore } from "@/lib/players/load-player";
import { isImagePath } from "@/lib/retroachievements/image-path";
import { fetchImage } from "@/lib/retroachievements/images";
import { createImageCache, type ImageCache } from "./image-cache";
import { shrinkImage } from "./shrink-image";

let cache: ImageCache | undefined;

function images(): ImageCache {
  cache ??= createImageCache({ store: sharedStore(), fetch: fetchImage, shrink: shrinkImage });
  return cache;
}

/** Loads the images at paths of RA, as far as they come within `LIMITS.cardImagesMs`. */
export async function loadImages(paths: string[]) {
  const wanted = [...new Set(paths)].filter(isImagePath);
  const missing = wanted.filter((path) => images().peek(path) === null);
  if (missing.length > 0) {
    const all = outsideRequest(() => Promise.all(missing.map((path) => images().load(path))));
    after(async () => {
      await all;
      await images().stored();
    });
    await waitAtMost(all, LIMITS.cardImagesMs);
  }
  return {
    /** An image as a data URI, or null. */
    get: (path: string) => images().peek(path),
    /** Whether all images that can be loaded are there. */
    areComplete: wanted.every((path) => images().peek(path) !== null),
  };
}
