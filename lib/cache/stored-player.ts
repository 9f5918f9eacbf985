import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { type PackedGames, packGames, unpackGames } from "@/lib/domain/packed-games";
import type { Player } from "@/lib/domain/player";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Changes with every change of the format below; a value of another version is a miss. */
const FORMAT = "lp3:";
const CHECKSUM_BYTES = 8;
/** Far above the largest library; a damaged value must not ask for all the memory there is. */
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

interface StoredPlayer extends Omit<Player, "games"> {
  readWholeAt: number;
  games: PackedGames;
}

/**
 * A player as one ASCII string for the store: the JSON that browsers get too, with a checksum, through
 * brotli and in base64. About 20 to 45 bytes a game.
 */
export async function encodePlayer({ player, readWholeAt }: FetchedPlayer): Promise<string> {
  const stored: StoredPlayer = { ...player, readWholeAt, games: packGames(player.games) };
  const body = Buffer.from(JSON.stringify(stored));
  const compressed = await compress(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  return FORMAT + Buffer.concat([checksum(body), compressed]).toString("base64");
}

/** What {@link encodePlayer} made, or null for anything else: another format, or a damaged value. */
export async function decodePlayer(value: string): Promise<FetchedPlayer | null> {
  if (!value.startsWith(FORMAT)) return null;
  try {
    const bytes = Buffer.from(value.slice(FORMAT.length), "base64");
    const body = await decompress(bytes.subarray(CHECKSUM_BYTES), {
      maxOutputLength: MAX_DECOMPRESSED_BYTES,
    });
    if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null;
    const { readWholeAt, games, ...player }: StoredPlayer = JSON.parse(body.toString());
    return { player: { ...player, games: unpackGames(games) }, readWholeAt };
  } catch {
    return null;
  }
}

/** Brotli has no checksum of its own, so a damaged value could otherwise be read as other games. */
function checksum(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECKSUM_BYTES);
}
