import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { dayEnvelope } from "@/lib/archive/stored-day";
import { headEnvelope } from "@/lib/archive/stored-head";
import { aPlayer } from "@/lib/domain/test-games";
import { aDay, aState } from "@/lib/history/test-states";
import { encodePlayer } from "@/lib/players/stored-player";
import { expect, test } from "./fixtures";
import { SECRET_KEY } from "./secret-key.mjs";
import { searchStored } from "./stored-search";

const PLANTED = `before ${SECRET_KEY} after`;
const ULID = "01hzzzzzzzzzzzzzzzzzzzzzzz";
const DAY = "2026-11-21";

/** Each kind of what the site stores, with a text in it where one can be. */
const WRITERS: Record<string, (text: string) => Promise<[key: string, value: string]>> = {
  player: async (motto) => {
    const player = { ...aPlayer([], { motto }), checkedAt: 0 };
    return [`longplay:player:${ULID}`, await encodePlayer({ player, readWholeAt: 0 })];
  },
  head: async (name) => {
    const head = { startedAt: 0, restartedOn: DAY, days: [], openDay: DAY };
    const base = aState([], 0, { name });
    return [`longplay:history:${ULID}`, headEnvelope.seal({ ...head, base })];
  },
  day: async (to) => {
    const record = { ...aDay([], []), renamed: { from: "Before", to } };
    return [
      `longplay:history:${ULID}:${DAY}`,
      dayEnvelope.seal({ record, isClosed: true, isLate: false }),
    ];
  },
  image: async (text) => {
    // In pixels, so that it is found only in what is decompressed; many of them, so that they are.
    const row = Buffer.from(text.padEnd(63).slice(0, 63));
    const raw = { width: 21, height: 40, channels: 3 } as const;
    const pixels = sharp(Buffer.concat(Array.from({ length: 40 }, () => row)), { raw });
    const image = await pixels.png({ adaptiveFiltering: false }).toBuffer();
    return ["longplay:image:/Images/000001.png", image.toString("base64")];
  },
  name: async (text) => ["longplay:name:somebody", `${ULID} 1796000000000 ${text}`.trim()],
  unknown: async (text) => ["longplay:unknown:somebody", `1796000000000 ${text}`.trim()],
  watched: async (text) => [`longplay:watched:${ULID}`, `1796000000000 1796000000000${text}`],
  lock: async (text) => ["longplay:lock:somebody", `failed busy ${text}`],
};

async function* pagesOf(...entries: [string, string][]) {
  yield entries;
}

for (const [kind, write] of Object.entries(WRITERS)) {
  test(`the key is found in a stored ${kind} as the site writes it`, async () => {
    const found = searchStored(pagesOf(await write(PLANTED)));
    await expect(found).rejects.toThrow("The API key is in 1 stored values.");
  });

  test(`a stored ${kind} without it is read in the one way that it is packed`, async () => {
    const { keys, unfamiliar } = await searchStored(pagesOf(await write("")));
    expect({ keys, unfamiliar }).toEqual({ keys: 1, unfamiliar: 0 });
  });
}

test("the key is found in what is packed otherwise than its kind says, and in names of keys", async () => {
  const formats = { gzipSync, deflateSync, deflateRawSync, brotliCompressSync };
  const packed = Object.entries(formats).flatMap(([format, compress]) =>
    ["", "12", "12345678", "1234567890123456"].map((checksum) => ({
      about: `${format}, checksum ${checksum}`,
      bytes: Buffer.concat([Buffer.from(checksum), compress(PLANTED)]),
    })),
  );
  for (const { about, bytes } of packed) {
    for (const entry of [
      ["longplay:name:somebody", bytes.toString("base64")],
      [`longplay:player:${ULID}`, `lp3:${bytes.toString("base64")}`],
      [bytes.toString("base64url"), "1"],
      [`longplay:history:${bytes.toString("base64url")}`, "1"],
    ] as [string, string][]) {
      const found = searchStored(pagesOf(entry));
      await expect(found, `${about}, ${entry}`).rejects.toThrow("in 1 stored");
    }
  }
  for (const text of [PLANTED, Buffer.from(SECRET_KEY).toString("base64")]) {
    for (const entry of [
      [text, "1"],
      ["longplay:upstream", `{"unreadable":"${text}"}`],
      [`longplay:player:${text}`, "lp3:"],
    ] as [string, string][]) {
      await expect(searchStored(pagesOf(entry)), text).rejects.toThrow("in 1 stored");
    }
  }
});

test("a kind of key that is not named fails, and so do many values in another format", async () => {
  await expect(searchStored(pagesOf(["longplay:novelty:1", "1"]))).rejects.toThrow(
    "The site stores what STORED_KINDS does not name: novelty.",
  );
  const value = `lp4:${gzipSync("harmless").toString("base64")}`;
  const others = [1, 2, 3].map((at): [string, string] => [
    `longplay:player:${String(at).padStart(26, "0")}`,
    value,
  ]);
  const most = { milliseconds: 20_000, unfamiliar: 2 };
  const few = searchStored(pagesOf(...others.slice(1)), most);
  await expect(few).resolves.toMatchObject({ unfamiliar: 2 });
  await expect(searchStored(pagesOf(...others), most)).rejects.toThrow(
    "3 stored values are not packed as STORED_KINDS says, 2 may be.",
  );
});

test("a search that takes too long ends and says how far it came", async () => {
  async function* endless(): AsyncGenerator<[string, string][]> {
    const entry = await WRITERS.player?.("");
    while (entry) yield [entry];
  }
  await expect(searchStored(endless(), { milliseconds: 200, unfamiliar: 0 })).rejects.toThrow(
    /^Searching the store for the API key takes longer than 200 ms: \d+ keys are done, 0 of them/,
  );
});
