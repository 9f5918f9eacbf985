import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { filesWithKey } from "./key-leak";
import { SECRET_KEY } from "./secret-key.mjs";

const text = `before ${SECRET_KEY} after`;

test("the key is found in files of any folder below", () => {
  const info = test.info();
  const folder = info.outputPath("build/chunks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/good.js`, "harmless");
  writeFileSync(`${folder}/bad.js`, text);
  expect(filesWithKey(info.outputPath("build"))).toEqual([info.outputPath("build/chunks/bad.js")]);
});
