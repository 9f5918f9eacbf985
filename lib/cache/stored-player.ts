import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { AWARD_KINDS, type Game, type Profile } from "@/lib/domain/player";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";
import { ByteReader, ByteWriter } from "./bytes";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Changes with every change of the format below; a value of another version is a miss. */
const FORMAT = "lp2:";
const CHECKSUM_BYTES = 8;
/** Far above the largest library; a damaged value must not ask for all the memory there is. */
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

/** What compresses best as text: the profile, the titles and the rare things. */
interface Text {
  profile: Profile;
  checkedAt: number;
  readWholeAt: number;
  systems: [id: number, name: string | null][];
  titles: string[];
  /** Icon paths that are not `/Images/<digits>.png`, in the order of their games. */
  oddIcons: string[];
}

const KIND_MASK = 0b111;
const NO_RECENT_DATE = 0b1000;
const NO_AWARD_DATE = 0b10000;
const ODD_ICON = 0b100000;

/**
 * A player as one ASCII string for the store: numbers in columns, each as its difference from what it
 * is likely to be, then brotli, then base64. About 30 to 45 bytes a game.
 */
export async function encodePlayer({ player, readWholeAt }: FetchedPlayer): Promise<string> {
  const systemIndex = new Map<string, number>();
  const text: Text = {
    profile: player.profile,
    checkedAt: player.checkedAt,
    readWholeAt,
    systems: [],
    titles: player.games.map((game) => game.title),
    oddIcons: [],
  };
  const flags = new ByteWriter();
  const ids = new ByteWriter();
  const systems = new ByteWriter();
  const icons = new ByteWriter();
  const amounts = new ByteWriter();
  const recentDates = new ByteWriter();
  const awardDates = new ByteWriter();

  let previousDate = 0;
  for (const game of player.games) {
    const icon = iconNumber(game.iconPath);
    flags.unsigned(
      (game.highestAwardKind === null ? 0 : AWARD_KINDS.indexOf(game.highestAwardKind) + 1) |
        (game.mostRecentAwardedAt === null ? NO_RECENT_DATE : 0) |
        (game.highestAwardAt === null ? NO_AWARD_DATE : 0) |
        (icon === null ? ODD_ICON : 0),
    );
    ids.unsigned(game.id);
    const systemKey = JSON.stringify([game.systemId, game.systemName]);
    let system = systemIndex.get(systemKey);
    if (system === undefined) {
      system = text.systems.push([game.systemId, game.systemName]) - 1;
      systemIndex.set(systemKey, system);
    }
    systems.unsigned(system);
    if (icon === null) text.oddIcons.push(game.iconPath);
    else icons.unsigned(icon);
    amounts.unsigned(game.maxPossible);
    amounts.signed(game.maxPossible - game.numAwarded);
    amounts.signed(game.numAwarded - game.numAwardedHardcore);
    if (game.mostRecentAwardedAt !== null) {
      recentDates.signed(previousDate - game.mostRecentAwardedAt);
      previousDate = game.mostRecentAwardedAt;
    }
    if (game.highestAwardAt !== null) awardDates.signed(previousDate - game.highestAwardAt);
  }

  const parts = [
    new TextEncoder().encode(JSON.stringify(text)),
    ...[flags, ids, systems, icons, amounts, recentDates, awardDates].map((column) =>
      column.toBytes(),
    ),
  ];
  const sizes = new ByteWriter();
  for (const part of parts) sizes.unsigned(part.length);
  const body = Buffer.concat([sizes.toBytes(), ...parts]);
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
    return read(body);
  } catch {
    return null;
  }
}

/** The parts' sizes stand before the parts, each a LEB128 number; the text is the first part. */
function read(body: Buffer): FetchedPlayer {
  const sizes = new ByteReader(body);
  const lengths = Array.from({ length: 8 }, () => sizes.unsigned());
  let at = body.length - lengths.reduce((sum, length) => sum + length, 0);
  const [textBytes, ...columns] = lengths.map((length) => {
    at += length;
    return body.subarray(at - length, at);
  });
  const text: Text = JSON.parse(new TextDecoder().decode(textBytes));
  const [flags, ids, systems, icons, amounts, recentDates, awardDates] = columns.map(
    (column) => new ByteReader(column),
  ) as [ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader];

  let oddIcon = 0;
  let previousDate = 0;
  const games = text.titles.map((title): Game => {
    const flag = flags.unsigned();
    const [systemId, systemName] = text.systems[systems.unsigned()] ?? [0, null];
    const maxPossible = amounts.unsigned();
    const numAwarded = maxPossible - amounts.signed();
    const numAwardedHardcore = numAwarded - amounts.signed();
    let mostRecentAwardedAt: number | null = null;
    if (!(flag & NO_RECENT_DATE)) {
      previousDate -= recentDates.signed();
      mostRecentAwardedAt = previousDate;
    }
    return {
      id: ids.unsigned(),
      title,
      iconPath:
        flag & ODD_ICON
          ? (text.oddIcons[oddIcon++] ?? "")
          : `/Images/${String(icons.unsigned()).padStart(6, "0")}.png`,
      systemId,
      systemName,
      maxPossible,
      numAwarded,
      numAwardedHardcore,
      mostRecentAwardedAt,
      highestAwardKind: AWARD_KINDS[(flag & KIND_MASK) - 1] ?? null,
      highestAwardAt: flag & NO_AWARD_DATE ? null : previousDate - awardDates.signed(),
    };
  });
  const { profile, checkedAt, readWholeAt } = text;
  return { player: { profile, games, checkedAt }, readWholeAt };
}

/** The number of a path of RA's usual form, if writing it out again gives the same path. */
function iconNumber(path: string): number | null {
  const digits = /^\/Images\/(\d{6,9})\.png$/.exec(path)?.[1];
  if (digits === undefined) return null;
  return String(Number(digits)).padStart(6, "0") === digits ? Number(digits) : null;
}

/** Brotli has no checksum of its own, so a damaged value could otherwise be read as other games. */
function checksum(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECKSUM_BYTES);
}
