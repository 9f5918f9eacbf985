import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { z } from "zod";
import { type PackedGames, packGames, unpackGames } from "@/lib/domain/packed-games";
import type { Player, Profile } from "@/lib/domain/player";
import { storedFormat } from "@/lib/domain/stored-format";
import { LIMITS } from "@/lib/limits";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

const CHECKSUM_BYTES = 8;

const numbers = z.array(z.number());
const numbersOrNull = z.array(z.number().nullable());
const profile = z.object({
  name: z.string(),
  ulid: z.string(),
  avatarPath: z.string(),
  memberSince: z.number(),
  points: z.number(),
  casualPoints: z.number(),
  retroPoints: z.number(),
  motto: z.string(),
  // Absent where there is none, and in older records.
  lastSeen: z.string().default(""),
  lastGameId: z.number().nullable().default(null),
} satisfies Record<keyof Profile, z.ZodType>);

const games = z.object({
  ids: numbers,
  titles: z.array(z.string()),
  icons: z.array(z.union([z.number(), z.string()])),
  systems: z.array(z.tuple([z.number(), z.string().nullable()])),
  systemAt: numbers,
  possible: numbers,
  missing: numbers,
  casual: numbers,
  recent: numbersOrNull,
  kinds: z.string(),
  awarded: numbersOrNull,
} satisfies Record<keyof PackedGames, z.ZodType>);

/** The checksum is no secret: that it fits does not say that this site wrote the value. */
const storedPlayer = z.object({
  profile,
  games,
  checkedAt: z.number(),
  readWholeAt: z.number(),
  /** Absent where there are none. */
  leftOut: z
    .array(z.object({ after: z.number(), id: z.number().nullable(), isUnreadable: z.boolean() }))
    .optional(),
} satisfies Record<keyof (Player & Omit<FetchedPlayer, "player">), z.ZodType>);

/** A player as one ASCII string: JSON with a checksum, compressed with Brotli, in base64; 20 to 45 bytes a game. */
export async function encodePlayer(fetched: FetchedPlayer): Promise<string> {
  const { player, readWholeAt, leftOut } = fetched;
  const stored: z.input<typeof storedPlayer> = {
    ...player,
    profile: {
      ...player.profile,
      lastSeen: player.profile.lastSeen || undefined,
      lastGameId: player.profile.lastGameId ?? undefined,
    },
    readWholeAt,
    games: packGames(player.games),
    leftOut,
  };
  const body = Buffer.from(JSON.stringify(stored));
  const compressed = await compress(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  return format.seal(Buffer.concat([checksum(body), compressed]).toString("base64"));
}

/** What {@link encodePlayer} made, or null for anything else: another version, or a damaged value. */
export async function decodePlayer(value: string): Promise<FetchedPlayer | null> {
  return format.read(value);
}

/** Versions 1 and 2 were never released. */
const format = storedFormat("lp", { 3: readBody });

async function readBody(text: string): Promise<FetchedPlayer | null> {
  try {
    const bytes = Buffer.from(text, "base64");
    const body = await decompress(bytes.subarray(CHECKSUM_BYTES), {
      // A damaged value must not ask for all the memory there is.
      maxOutputLength: LIMITS.storedPlayerBytes,
    });
    if (!checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null;
    const parsed = storedPlayer.parse(JSON.parse(body.toString()));
    const { readWholeAt, games, leftOut, ...player } = parsed;
    return { player: { ...player, games: unpackGames(games) }, readWholeAt, leftOut };
  } catch {
    return null;
  }
}

/** Brotli has no checksum: without this a damaged value could decode to other games. */
function checksum(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECKSUM_BYTES);
}
