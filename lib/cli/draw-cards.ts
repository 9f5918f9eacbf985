import { join } from "node:path";
import pLimit from "p-limit";
import type { CardData } from "@/lib/cards/card";
import { drawCard } from "@/lib/cards/draw-card";
import { samePlayerMessage } from "@/lib/cards/message";
import { wordsFor } from "@/lib/cards/words";
import type { Player } from "@/lib/domain/player";
import { isUser } from "@/lib/domain/user";
import { LIMITS } from "@/lib/limits";
import { isImagePath } from "@/lib/retroachievements/image-path";
import { fetchMedia } from "@/lib/retroachievements/media";
import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import type { ListedCard } from "./card-list";
import { loadError, usageError } from "./failures";
import { PACKAGE_FOLDER } from "./package-folder";

/** A drawn card. */
export interface DrawnCard extends ListedCard {
  /** What it was drawn from. */
  data: CardData;
  /** The document to write. */
  bytes: Uint8Array;
}

/** The cards of one run. */
export interface Drawn {
  cards: DrawnCard[];
  /** How many images could not be embedded: not loaded, too large, or no image. */
  missingImages: number;
}

/**
 * Draws cards of one player, who is loaded once, as is each other player on them.
 *
 * @param progress is called with what happens now, in words
 * @throws CommandError if a player cannot be loaded
 */
export async function drawCards(
  ra: RetroAchievements,
  user: string,
  listed: readonly ListedCard[],
  progress: (text: string) => void,
): Promise<Drawn> {
  const othersOf = ({ asked }: ListedCard["url"]) => asked.card.others?.(asked.options) ?? [];
  const players = new Map<string, Player>();
  const load = async (name: string): Promise<Player> => {
    const key = name.toLowerCase();
    const player = players.get(key) ?? (await loadPlayer(ra, name, progress));
    players.set(key, player);
    return player;
  };
  const player = await load(user);
  const othersOfEach: Player[][] = [];
  for (const { url } of listed) {
    const others: Player[] = [];
    for (const name of othersOf(url)) others.push(await load(name));
    if (others.some(({ profile }) => profile.ulid === player.profile.ulid)) {
      const { locale } = url.asked.options;
      throw usageError(samePlayerMessage(player.profile.name, wordsFor(locale)).text);
    }
    othersOfEach.push(others);
  }
  const dataOf = (at: number, image: CardData["image"]): CardData => {
    return { player, others: othersOfEach[at] ?? [], isDated: false, image };
  };
  const wanted = listed.flatMap(({ url: { asked } }, at) =>
    asked.card.images(
      dataOf(at, () => null),
      asked.options,
    ),
  );
  const images = await loadImages([...new Set(wanted)].filter(isImagePath), progress);
  const cards: DrawnCard[] = [];
  for (const [at, { path, url }] of listed.entries()) {
    progress(`Drawing ${path ?? url.asked.card.name}`);
    const image = (of: string) => images.get(of) ?? null;
    const data = dataOf(at, image);
    cards.push({ path, url, data, bytes: await encode(drawCard(url.asked, data), url) });
  }
  return { cards, missingImages: [...images.values()].filter((uri) => uri === null).length };
}

async function loadPlayer(
  ra: RetroAchievements,
  name: string,
  progress: (text: string) => void,
): Promise<Player> {
  if (!isUser(name)) throw usageError(`“${name}” is no user name of RetroAchievements.`);
  progress(`Loading ${name} from RetroAchievements`);
  try {
    return (await ra.fetchPlayer(name)).player;
  } catch (error) {
    throw loadError(error, name);
  }
}

/** Images as data URIs by their path; null for one that cannot be embedded. */
async function loadImages(
  paths: readonly string[],
  progress: (text: string) => void,
): Promise<Map<string, string | null>> {
  if (paths.length > 0) progress(`Loading ${paths.length} images`);
  const limit = pLimit(LIMITS.imagesFetchedAtOnce);
  const loaded = await limit.map([...paths], async (path) => {
    const bytes = await fetchMedia(path).catch(() => null);
    return [path, bytes && dataUri(bytes)] as const;
  });
  return new Map(loaded);
}

const TYPES: readonly (readonly [type: string, start: readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];

/** An image as RA sends it; null if it is too large or no image, whatever its `Content-Type`. */
function dataUri(bytes: Uint8Array): string | null {
  if (bytes.length > LIMITS.unshrunkImageBytes) return null;
  const type = TYPES.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  return type ? `data:${type[0]};base64,${Buffer.from(bytes).toString("base64")}` : null;
}

async function encode(svg: string, { format, scale }: ListedCard["url"]): Promise<Uint8Array> {
  if (format === "svg") return Buffer.from(svg);
  // WebAssembly of 2.5 MB, for a PNG only.
  const { toPng } = await import("./png");
  return toPng(svg, scale, join(PACKAGE_FOLDER, "resvg.wasm"));
}
