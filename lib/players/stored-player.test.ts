import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { gamesOf } from "@/e2e/support/games-of";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { packGames } from "@/lib/domain/packed-games";
import type { Game } from "@/lib/domain/player";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";
import { userProfile } from "@/lib/retroachievements/wire";
import { decodePlayer, encodePlayer } from "./stored-player";

function aPlayer(games: number): FetchedPlayer {
  const wire = aWirePlayer({ name: "Keeper", games });
  return {
    player: {
      profile: userProfile.parse(wire.profile),
      games: gamesOf(wire.results),
      checkedAt: 1_795_000_000_123,
    },
    readWholeAt: 1_794_950_000_456,
  };
}

/** The JSON of a player's record. */
async function contentOf(fetched: FetchedPlayer): Promise<string> {
  const bytes = Buffer.from((await encodePlayer(fetched)).slice("lp3:".length), "base64");
  return brotliDecompressSync(bytes.subarray(8)).toString();
}

/** A record with a right checksum. */
function sealed(value: unknown): string {
  const body = Buffer.from(JSON.stringify(value));
  const checksum = createHash("sha256").update(body).digest().subarray(0, 8);
  return `lp3:${Buffer.concat([checksum, brotliCompressSync(body)]).toString("base64")}`;
}

test("a player comes back exactly as stored", async () => {
  const player = aPlayer(1313);
  expect(await decodePlayer(await encodePlayer(player))).toEqual(player);
});

test("odd values survive: nulls, strange icon paths, more won than there is, lists out of order", async () => {
  const game = aPlayer(1).player.games[0] as Game;
  const { player: noGames, readWholeAt } = aPlayer(0);
  const player: FetchedPlayer["player"] = {
    ...noGames,
    games: [
      { ...game, id: 1, iconPath: "/Images/000001.png", mostRecentAwardedAt: null },
      { ...game, id: 2, iconPath: "/Images/1234567.png", systemName: null, highestAwardAt: null },
      { ...game, id: 3, iconPath: "/Images/new/0001.webp", title: '"\n\u0000 \u{1F3AE}' },
      { ...game, id: 4, maxPossible: 10, numAwarded: 12, numAwardedHardcore: 14 },
      { ...game, id: 5, mostRecentAwardedAt: 2_000_000_000, highestAwardAt: 2_100_000_000 },
      { ...game, id: 6, iconPath: "/Images/0000012.png", highestAwardKind: null },
    ],
  };
  const fetched = { player, readWholeAt };
  expect(await decodePlayer(await encodePlayer(fetched))).toEqual(fetched);
});

test("a player of 1,313 games takes at most 60 bytes a game", async () => {
  const stored = await encodePlayer(aPlayer(1313));
  expect(stored.length / 1313).toBeLessThanOrEqual(60);
});

test("a player of 20,000 games takes under 1 MB", async () => {
  expect((await encodePlayer(aPlayer(20_000))).length).toBeLessThan(1_000_000);
});

test("is ASCII, so that its length is its size", async () => {
  expect(await encodePlayer(aPlayer(50))).toMatch(/^[\x20-\x7e]+$/);
});

test("without a rich presence message, the bytes are those of older servers", async () => {
  const { player, readWholeAt } = aPlayer(1);
  const unseen = { ...player, profile: { ...player.profile, lastSeen: "", lastGameId: null } };
  const content = await contentOf({ player: unseen, readWholeAt });
  expect(content).not.toMatch(/last(Seen|GameId)/);
  expect(await contentOf({ player, readWholeAt })).toContain('"lastSeen":"Exploring');
});

test("a field that only newer servers know does not hide the player", async () => {
  const { player, readWholeAt } = aPlayer(2);
  const value = JSON.parse(await contentOf({ player, readWholeAt }));
  const newer = { ...value, new: [1], profile: { ...value.profile, new: "New" } };
  expect(await decodePlayer(sealed(newer))).toEqual({ player, readWholeAt });
});

test("another format, noise and damage decode to null", async () => {
  const stored = await encodePlayer(aPlayer(200));
  const broken = [
    "",
    "1",
    "{}",
    "lp0:AAAA",
    "lp1:AAAA",
    "lp2:AAAA",
    "lp3:",
    "lp3:not base64 at all",
    stored.slice(0, -40),
    `${stored.slice(0, 60)}AAAAAAAA${stored.slice(68)}`,
    `${stored.slice(0, 6)}AA${stored.slice(8)}`,
  ];
  for (const value of broken) expect(await decodePlayer(value)).toBeNull();
});

test("a value with a right checksum and a wrong shape decodes to null", async () => {
  const good = aPlayer(3);
  const odd: unknown[] = [
    12345,
    null,
    [],
    {},
    { ...good.player, readWholeAt: 1 },
    { ...good.player, readWholeAt: 1, games: { titles: [1] } },
    { checkedAt: 1, readWholeAt: 1, games: packGames(good.player.games) },
    { ...good.player, checkedAt: "1", readWholeAt: 1, games: packGames(good.player.games) },
  ];
  for (const value of odd) {
    expect(await decodePlayer(sealed(value)), JSON.stringify(value)).toBeNull();
  }
});
