import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packNames, packUnlocks, unpackNames, unpackUnlocks } from "./pack-unlocks";
import { anyUnlocks, playedUnlocks } from "./test-unlocks";
import { compareUnlocks } from "./unlock";

test("unlocks come back as they were, oldest first", () => {
  fc.assert(
    fc.property(anyUnlocks, (unlocks) => {
      expect(unpackUnlocks(packUnlocks(unlocks))).toEqual([...unlocks].sort(compareUnlocks));
    }),
  );
});

test("bytes that end early are refused", () => {
  const bytes = packUnlocks(playedUnlocks(20, 5, 1));
  expect(() => unpackUnlocks(bytes.subarray(0, -1))).toThrow(RangeError);
  expect(() => unpackUnlocks(Uint8Array.of(0xff, 0xff, 0xff, 0x7f))).toThrow(RangeError);
});

test("bytes that were stored earlier are still read", () => {
  const unlocks = [
    {
      gameId: 3164,
      achievementId: 90,
      points: 10,
      retroPoints: 25,
      isHardcore: true,
      at: 1_641_076_908,
    },
    {
      gameId: 3164,
      achievementId: 88,
      points: 5,
      retroPoints: 4,
      isHardcore: false,
      at: 1_641_076_999,
    },
  ];
  expect(Buffer.from(packUnlocks(unlocks)).toString("hex")).toBe(
    "02acb1c38e065bb83100b40103140b1e01",
  );
  expect(unpackUnlocks(Buffer.from("02acb1c38e065bb83100b40103140b1e01", "hex"))).toEqual(unlocks);
});

test("a year of 4,000 unlocks takes at most 8 bytes for each, compressed", () => {
  const unlocks = playedUnlocks(4000, 250, 1);
  expect(unlocks).toHaveLength(4000);
  expect(brotliCompressSync(packUnlocks(unlocks)).length / 4000).toBeLessThanOrEqual(8);
});

test("names come back, each achievement once and with any badge", () => {
  const name = fc.record({
    achievementId: fc.integer({ min: 1, max: 2 ** 32 }),
    title: fc.string({ unit: "grapheme" }),
    badgeName: fc.oneof(
      fc.constantFrom("00000", "228985", "022898", "abc", ""),
      fc.integer({ min: 0, max: 900_000 }).map((number) => String(number).padStart(5, "0")),
    ),
  });
  const names = fc.uniqueArray(name, { selector: ({ achievementId }) => achievementId });
  fc.assert(
    fc.property(names, (all) => {
      const sorted = [...all].sort((a, b) => a.achievementId - b.achievementId);
      expect(unpackNames(packNames([...all, ...all]))).toEqual(sorted);
    }),
  );
});
