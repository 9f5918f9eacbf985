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
  const isSame =
    before?.player.checkedAt === packed.checkedAt && before.refreshError === packed.refreshError;
  return isSame ? before : unpackLibrary(packed);
}
