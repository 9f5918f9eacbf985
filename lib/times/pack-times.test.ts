import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type GameTime, UNKNOWN_TIME } from "./game-time";
import { byFirstUnlock, packTimes, unpackTimes } from "./pack-times";
import { anyTimes, playedTimes } from "./test-times";

test("times come back as they were, by the first unlock", () => {
  fc.assert(
    fc.property(anyTimes, (times) => {
      expect(unpackTimes(packTimes(times))).toEqual([...times].sort(byFirstUnlock));
    }),
  );
});

test("bytes that end early, or name a mark that there is not, are refused", () => {
  const bytes = packTimes(playedTimes(20));
  expect(() => unpackTimes(bytes.subarray(0, -1))).toThrow(RangeError);
  expect(() => unpackTimes(Uint8Array.of(0xff, 0xff, 0xff, 0x7f))).toThrow(RangeError);
  expect(() => unpackTimes(Uint8Array.of(...bytes.subarray(0, -1), 3))).toThrow(RangeError);
});

test("bytes that were stored earlier are still read", () => {
  const time: GameTime = {
    ...UNKNOWN_TIME,
    gameId: 1446,
    playtime: 41_230,
    firstUnlockAt: 1_641_076_908,
    beatenHardcoreAt: 1_641_100_000,
    timeToBeatHardcore: 28_914,
    points: 420,
    pointsHardcore: 400,
    retroPoints: 900,
    pointsTotal: 500,
    medianMasterMinutes: 900,
    playersHardcore: 31_000,
    timesMastered: 651,
    isSubset: false,
  };
  const other = { ...UNKNOWN_TIME, gameId: 7, points: 0, pointsTotal: 50, isSubset: true };
  const hex = Buffer.from(packTimes([other, time])).toString("hex");
  expect(hex).toMatchInlineSnapshot(
    `"02cc16bd16d9da89ad0200e9e802000000000000009d84050000000000b8c001000000e90765a001642800e90700890e00000000000000b1e40300970a000102"`,
  );
  expect(unpackTimes(Buffer.from(hex, "hex"))).toEqual([time, other]);
});

test("1,313 games take at most 30 bytes each, compressed", () => {
  const packed = packTimes(playedTimes(1313));
  expect(brotliCompressSync(packed).length / 1313).toBeLessThanOrEqual(30);
});
