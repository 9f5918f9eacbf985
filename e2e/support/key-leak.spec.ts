import { mkdirSync, writeFileSync } from "node:fs";
import { deflateRawSync, gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { encodePlayer } from "@/lib/cache/stored-player";
import { filesWithKey, storedValueHoldsKey } from "./key-leak";
import { SECRET_KEY } from "./secret-key.mjs";

const text = `before ${SECRET_KEY} after`;

test("the key is found in stored values, compressed or not", () => {
  const deflated = deflateRawSync(text);
  expect(storedValueHoldsKey(text)).toBe(true);
  expect(storedValueHoldsKey(`v1:${deflated.toString("base64")}`)).toBe(true);
  expect(storedValueHoldsKey(gzipSync(text).toString("base64url"))).toBe(true);
  expect(storedValueHoldsKey(`v1:${gzipSync("harmless").toString("base64")}`)).toBe(false);
});

test("the key is found in a player as the site stores one", async () => {
  const stored = (motto: string) =>
    encodePlayer({
      player: {
        profile: {
          name: "Somebody",
          ulid: "0".repeat(26),
          avatarPath: "/UserPic/Somebody.png",
          memberSince: 0,
          points: 0,
          casualPoints: 0,
          retroPoints: 0,
          motto,
        },
        games: [],
        checkedAt: 0,
      },
      readWholeAt: 0,
    });
  expect(storedValueHoldsKey(await stored(text))).toBe(true);
  expect(storedValueHoldsKey(await stored("harmless"))).toBe(false);
});

test("the key is found in files of any folder below", () => {
  const info = test.info();
  const folder = info.outputPath("build/chunks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/good.js`, "harmless");
  writeFileSync(`${folder}/bad.js`, text);
  expect(filesWithKey(info.outputPath("build"))).toEqual([info.outputPath("build/chunks/bad.js")]);
});
