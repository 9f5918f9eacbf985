import { LRUCache } from "lru-cache";

/** About 5 MB: a player has six drawings of some kilobytes each. */
const drawings = new LRUCache<string, string>({ max: 1000 });

/**
 * What was drawn under a key, or what `draw` gives now. Every view of a player shows the same
 * drawings, so a server draws them once for each state of the player.
 */
export function remembered(key: string, draw: () => string): string {
  let drawing = drawings.get(key);
  if (drawing === undefined) {
    drawing = draw();
    drawings.set(key, drawing);
  }
  return drawing;
}
