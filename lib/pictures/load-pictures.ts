import "server-only";
import { after } from "next/server";
import { createPictureCache, type PictureCache } from "@/lib/cache/picture-cache";
import { LIMITS } from "@/lib/limits";
import { outsideRequest } from "@/lib/outside-request";
import { sharedStore } from "@/lib/players/load-player";
import { isPicturePath } from "@/lib/retroachievements/picture-path";
import { fetchPicture } from "@/lib/retroachievements/pictures";
import { shrinkPicture } from "./shrink-picture";

let cache: PictureCache | undefined;

function pictures(): PictureCache {
  cache ??= createPictureCache({
    store: sharedStore(),
    fetch: fetchPicture,
    shrink: shrinkPicture,
  });
  return cache;
}

/** Pictures by their paths. */
export interface LoadedPictures {
  /** A picture as a data URI, or null. */
  get: (path: string) => string | null;
  /** Whether all that can be shown are there. */
  areComplete: boolean;
}

/** The pictures at some of RA's paths, as far as they can be had in less than a second. */
export async function loadPictures(paths: string[]): Promise<LoadedPictures> {
  const wanted = [...new Set(paths)].filter(isPicturePath);
  const missing = wanted.filter((path) => pictures().peek(path) === null);
  if (missing.length > 0) {
    const all = outsideRequest(() => Promise.all(missing.map((path) => pictures().load(path))));
    after(async () => {
      await all;
      await pictures().stored();
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      all,
      new Promise((resolve) => {
        timer = setTimeout(resolve, LIMITS.cardPicturesMs);
      }),
    ]);
    clearTimeout(timer);
  }
  return {
    get: (path) => pictures().peek(path),
    areComplete: wanted.every((path) => pictures().peek(path) !== null),
  };
}
