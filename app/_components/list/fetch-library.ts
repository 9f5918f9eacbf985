import { type Library, type PackedLibrary, unpackLibrary } from "@/lib/views/library";

/**
 * A player's library from the site's API; the one from before if nothing is new, with all that was computed from it.
 *
 * @throws Error if the site has none to give
 */
export async function fetchLibrary(name: string, before?: Library): Promise<Library> {
  const response = await fetch(`/api/v1/users/${name}/library`);
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  const packed: PackedLibrary = await response.json();
  // Without the encoding at its end.
  const tag = response.headers.get("ETag")?.replace(/-(?:gzip|br)(?="$)/, "");
  const isSame =
    before?.player.checkedAt === packed.checkedAt &&
    before.refreshError === packed.refreshError &&
    tags.get(before) === tag;
  if (isSame) return before;
  const library = unpackLibrary(packed);
  tags.set(library, tag);
  return library;
}

/** The entity tags of libraries: times can be new while the player is not. */
const tags = new WeakMap<Library, string | undefined>();
