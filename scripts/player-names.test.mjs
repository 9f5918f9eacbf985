import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SPECS = fileURLToPath(new URL("../e2e/", import.meta.url));

/**
 * The names that a spec gives to players of its stand-in.
 *
 * @param {string} text
 */
function namesIn(text) {
  const given = [...text.matchAll(/aWirePlayer\(\{\s*name: "(\w+)"/g)];
  return new Set(given.map(([, name = ""]) => name.toLowerCase()));
}

/**
 * Whether a spec asks for a player, by a name in quotes or in an address.
 *
 * @param {string} text
 * @param {string} name
 */
const asksFor = (text, name) => new RegExp(`["/=,]${name}["/?,\`]`, "i").test(text);

// Specs share a stand-in and a store, in any order: a player of another spec would be
// stored already, with other games.
test("no spec asks for a player of another spec", () => {
  const specs = readdirSync(SPECS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => ({ file, text: readFileSync(join(SPECS, file), "utf8") }));
  expect(specs.length).toBeGreaterThan(30);
  const shared = specs.flatMap(({ file, text }) =>
    [...namesIn(text)].flatMap((name) =>
      specs
        .filter((other) => other.file !== file && asksFor(other.text, name))
        .map((other) => `${name}: ${file}, ${other.file}`),
    ),
  );
  expect(shared).toEqual([]);
});
