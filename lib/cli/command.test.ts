import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { imageOf } from "@/e2e/support/image";
import { portOf } from "@/e2e/support/port-of";
import { aClient, KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { CARDS } from "@/lib/cards";
import { type Card, cardFile } from "@/lib/cards/card";
import { defaultRequest, needsSite } from "@/lib/cards/card-request";
import { readCardUrl } from "@/lib/cards/card-url";
import { drawCard } from "@/lib/cards/draw-card";
import { THEME_NAMES } from "@/lib/cards/themes";
import { LANGUAGES } from "@/lib/cards/words";
import type { Player } from "@/lib/domain/player";
import { type InstalledCommand, installCommand } from "./test-command";

const PACKED_BYTES = 3_000_000;
const CARDS_A_RUN = 100;
const TITLES = [
  "Étoile & «Žluť» – ½ ★ Ǻ 1",
  "Ο Θησαυρός του Ήλιου",
  "Ёлка и Щука: їжак",
  "Plain 2",
  "Ṽ̌ ﬁne",
];

let command: InstalledCommand;
const written: string[] = [];
const settings = () => ({
  RA_WEB_API_KEY: KEY,
  RA_API_BASE_URL: standIn.url,
  RA_MEDIA_BASE_URL: standIn.mediaUrl,
});
const longplay = async (args: string, env: Record<string, string> = settings()) => {
  const ran = await command.run(args.split(" "), env);
  written.push(ran.stdout, ran.stderr);
  return ran;
};
const read = (file: string) => readFileSync(join(command.folder, file));

beforeAll(async () => {
  command = await installCommand();
  const wilma = aWirePlayer({ name: "Wilma", games: 60 });
  const results = wilma.results.map((row, at) => ({ ...row, Title: TITLES[at] ?? row.Title }));
  standIn.setPlayer({ ...wilma, results });
  standIn.setPlayer(aWirePlayer({ name: "Fred", games: 40, seed: 2 }));
});
afterAll(() => command.remove());
afterEach(() => {
  for (const text of written.splice(0)) expect(text).not.toContain(KEY);
});

const argumentsOfCards = () => {
  const [id] = aWirePlayer({ name: "Wilma", games: 60 }).results.map(({ GameID }) => GameID);
  return { id: String(id), year: "2025", other: "Fred" } as Record<string, string>;
};
const isOfSite = (card: Card) => needsSite(defaultRequest(card));
/** The names of all cards that the command draws. */
const cardNames = () =>
  CARDS.filter((card) => !isOfSite(card)).map((card) =>
    cardFile(card, card.argument && argumentsOfCards()[card.argument.option]),
  );
const withoutImages = (svg: string) => svg.replace(/href="data:[^"]*"/g, 'href=""');

/** A card as the route draws it, of the same players. */
function drawnByRoute(file: string, query: string, player: Player, fred: Player): string {
  const { asked } = readCardUrl(file, new URLSearchParams(query)) ?? expect.fail(file);
  return drawCard(asked, {
    player,
    others: asked.card.others ? [fred] : [],
    isDated: false,
    image: () => "data:",
  });
}

/** Draws each card with each query by the command, and by the code of the route. */
async function compare(queries: readonly string[]) {
  const { player } = await aClient().fetchPlayer("Wilma");
  const { player: fred } = await aClient().fetchPlayer("Fred");
  const all = queries.flatMap((query, at) =>
    cardNames().map((name) => ({ name, query, path: `out/${name}.${at}.svg` })),
  );
  for (let from = 0; from < all.length; from += CARDS_A_RUN) {
    const part = all.slice(from, from + CARDS_A_RUN);
    writeFileSync(
      join(command.folder, "cards.txt"),
      part.map(({ path, query }) => `${path}?${query}`).join("\n"),
    );
    expect(await longplay("cards --user Wilma --config cards.txt")).toEqual({
      ...{ code: 0, stdout: "", stderr: "" },
    });
    for (const { name, query, path } of part) {
      const drawn = withoutImages(read(path).toString());
      const expected = withoutImages(drawnByRoute(`${name}.svg`, query, player, fred));
      if (drawn !== expected) expect.fail(`${name}?${query} differs`);
    }
  }
  return all.length;
}

test("the package is small, and has no server in it", () => {
  expect(command.packedBytes).toBeLessThan(PACKED_BYTES);
  const folder = join(command.folder, "node_modules/longplay");
  const packages = readFileSync(join(folder, "LICENSES.txt"), "utf8").matchAll(
    /^(@?[\w./-]+) \d+\.\d+\.\d+ \(/gm,
  );
  expect([...packages].map(([, name]) => name)).toEqual([
    "@resvg/resvg-wasm",
    "bidi-js",
    "lru-cache",
    "opentype.js",
    "p-limit",
    "yocto-queue",
    "zod",
  ]);
  expect(readdirSync(join(command.folder, "node_modules"))).not.toContain("next");
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  const imported = scripts.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(/\bfrom ?"([^".][^"]*)"/g),
  ]);
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter(([, name]) => !name?.startsWith("node:"))).toEqual([]);
  expect(readFileSync(join(folder, "fonts/LICENSES.txt"), "utf8")).toContain("M+ Project");
});

test("all cards in all themes are what the route draws", async () => {
  const themes = THEME_NAMES.map((theme) => `theme=${theme}`);
  expect(await compare([...themes, "bg=fffa00cc&ink=012&border=0&title=Ήλιος+Щ"])).toBeGreaterThan(
    150,
  );
});

test("all cards in all languages of these letters are what the route draws", async () => {
  const languages = Object.keys(LANGUAGES).filter((language) => !["ja", "ko"].includes(language));
  expect(languages).toHaveLength(12);
  await compare(["el", ...languages].map((locale) => `locale=${locale}`));
});

test("letters of other scripts are named until their package is installed", async () => {
  const text = "星のカービィ";
  const without = await longplay(`card summary --user Wilma --title ${text}`);
  expect(without.code).toBe(0);
  expect(without.stderr).toContain(`Install longplay-letters beside it for: ${text}\n`);
  const bracketed = await longplay("card summary --user Wilma --title [Japanese]");
  const drawing = (svg: string) => svg.replace(/<desc>.*<\/desc>/, "");
  expect(drawing(without.stdout)).toBe(drawing(bracketed.stdout));
  const language = await longplay("card summary --user Wilma --locale ja");
  expect(language.code).toBe(2);
  expect(language.stderr).toContain("longplay-letters");

  command.addLetters();
  const withAll = await longplay(`card summary --user Wilma --title ${text}`);
  expect(withAll.stderr).toBe("");
  await compare(["locale=ja", "locale=ko", "title=%E5%9B%BD%E5%89%91+%E0%B8%81%E0%B8%B5%E0%B9%88"]);
});

test("one card goes to stdout or to a file, as SVG or PNG by its ending", async () => {
  const svg = await longplay("card summary -u wilma --theme dark --width 495");
  expect(svg).toMatchObject({ code: 0, stderr: "" });
  expect(svg.stdout).toMatch(/^<svg .*width="495".*<title>Wilma<\/title>.*<\/svg>$/s);
  await longplay("card summary -u wilma --theme dark --width 495 -o a/b/summary.svg");
  expect(read("a/b/summary.svg").toString()).toBe(svg.stdout);
  expect((await longplay("card summary -u wilma --width=495 --scale 2 -o summary.png")).code).toBe(
    0,
  );
  const png = read("summary.png");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(990);
});

test("an image larger than 24 kB is left out", async () => {
  const large = Buffer.concat([imageOf("large"), Buffer.alloc(24 * 1024)]);
  const media = createServer((_request, response) => response.end(large)).listen(0, "127.0.0.1");
  await once(media, "listening");
  const env = { ...settings(), RA_MEDIA_BASE_URL: `http://127.0.0.1:${portOf(media)}` };
  const { code, stdout, stderr } = await longplay("card signature -u Wilma", env);
  media.close();
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: "Warning: 1 image could not be embedded.\n",
  });
  expect(stdout).not.toContain('href="data:');
});

test("images are as RA sends them, and a missing one becomes a warning", async () => {
  const [row] = aWirePlayer({ name: "Wilma", games: 60 }).results;
  const { stdout } = await longplay("card recent -u Wilma");
  const icon = imageOf(row?.ImageIcon ?? "").toString("base64");
  expect(stdout).toContain(`href="data:image/png;base64,${icon}"`);
  standIn.fail("not-found", { endpoint: "media", times: 1 });
  const { code, stderr } = await longplay("card recent -u Wilma");
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: "Warning: 1 image could not be embedded.\n",
  });
});

test("several cards load each player once", async () => {
  const list = ["# mine", "", "x/summary.svg", "x/summary.dark.svg?theme=dark", "x/share.png"];
  writeFileSync(
    join(command.folder, "list.txt"),
    [...list, "x/versus-Fred.svg", "x/versus-FRED.b.svg", "x/recent.svg?count=3"].join("\r\n"),
  );
  standIn.resetCalls();
  expect((await longplay("cards -u Wilma -c list.txt")).code).toBe(0);
  expect(standIn.count("profile")).toBe(2);
  expect(standIn.count("progress")).toBe(2);
  const media = standIn.calls().filter(({ endpoint }) => endpoint === "media");
  expect(new Set(media.map(({ path }) => path)).size).toBe(media.length);
  expect(media[0]?.userAgent).toBeDefined();
  expect(standIn.calls()[0]?.userAgent).toMatch(/^Longplay\/[\d.]+ \(\+command\)$/);
  expect(readdirSync(join(command.folder, "x"))).toHaveLength(6);
});

test("a run that fails writes nothing", async () => {
  writeFileSync(join(command.folder, "list.txt"), "y/summary.svg\ny/versus-Barney.svg\n");
  const { code, stderr } = await longplay("cards -u Wilma -c list.txt");
  expect(code).toBe(4);
  expect(stderr).toBe(
    "Error: RetroAchievements has no player Barney, or hides the player's page.\n",
  );
  expect(readdirSync(command.folder)).not.toContain("y");
});

test("wrong usage ends with 2, and a player cannot be compared with themselves", async () => {
  const wrong = await longplay("card summary -u Wilma --theme blue");
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(standIn.calls()).toEqual([]);
  expect((await longplay("card versus-WILMA -u Wilma")).code).toBe(2);
});

test("no key and a wrong key end with 3", async () => {
  const none = await longplay("card summary -u Wilma", { ...settings(), RA_WEB_API_KEY: "" });
  expect(none.code).toBe(3);
  expect(none.stderr).toContain("Set RA_WEB_API_KEY");
  expect(standIn.calls()).toEqual([]);
  const wrong = await longplay("card summary -u Wilma", {
    ...settings(),
    RA_WEB_API_KEY: `not-${KEY}`,
  });
  expect(wrong.code).toBe(3);
  expect(wrong.stderr).toContain("RetroAchievements rejects the key.");
});

test("an unknown player ends with 4", async () => {
  const { code, stdout, stderr } = await longplay("card summary -u Nobody7");
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(stderr).toContain("no player Nobody7");
});

test.each(["unavailable", "rate-limited", "refuse", "html", "malformed", "forbidden"] as const)(
  "RA that is %s ends with 5",
  async (mode) => {
    standIn.fail(mode);
    const { code, stdout, stderr } = await longplay("card summary -u Wilma");
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(stderr).toMatch(/^Error: RetroAchievements .* Try again in \d+ seconds\.\n$/);
  },
);

test("a file that cannot be written ends with 1", async () => {
  const { code, stderr } = await longplay("card summary -u Wilma -o list.txt/summary.svg");
  expect(code).toBe(1);
  expect(stderr).toContain("list.txt");
});

test("help names all cards, and needs no key", async () => {
  const { code, stdout } = await longplay("--help", {});
  expect(code).toBe(0);
  for (const card of CARDS) expect(stdout.includes(card.about)).toBe(!isOfSite(card));
  expect((await longplay("--version", {})).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
