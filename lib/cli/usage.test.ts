import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { run } from "./run";
import { written } from "./test-command";

const folder = mkdtempSync(join(tmpdir(), "longplay-usage-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function longplay(args: string) {
  const streams = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
  };
  const code = await run(args.split(" "), streams);
  return { code, stdout: written(streams.stdout), stderr: written(streams.stderr) };
}

test("wrong usage ends with 2, and says what is right", async () => {
  const lists = {
    "bad.txt": "summary.svg\nsummary.svg?theme=blue",
    "twice.txt": "summary.svg\nsummary.svg?theme=dark",
    "jpg.txt": "summary.jpg",
    "none.txt": "# nothing",
    "many.txt": Array.from({ length: 101 }, (_, at) => `summary.${at}.svg`).join("\n"),
  };
  for (const [file, text] of Object.entries(lists)) {
    writeFileSync(join(folder, file), text);
  }
  const cases: [args: string, says: string][] = [
    ["card", "Name a card"],
    ["card nothing -u Wilma", "There is no card “nothing”. Cards: summary, recent,"],
    ["card game-x -u Wilma", "There is no card “game-x”"],
    ["card lately -u Wilma", "shows a history, which only a site"],
    ["card rarest -u Wilma", "The card “rarest” shows times or ranks, which only a site"],
    ["card shelf -u Wilma --games rarest", "With these options, the card “shelf” shows times"],
    ["card summary -u Wilma --show rank", "With these options, the card “summary” shows times"],
    ["card summary", "--user NAME"],
    ["card summary -u no-name", "“no-name” is no user name"],
    ["card summary -u Wilma --key abc", "Unknown option '--key'"],
    ["card summary -u Wilma --count 3", "has no option “count”"],
    ["card summary -u Wilma --bg fff8", "bg=fff8 is not valid. Background: 3 or 6 hex digits"],
    ["card summary -u Wilma --title", "'--title <value>' argument missing"],
    ["card share -u Wilma --status lost", "what the list on a player's page takes"],
    ["card summary -u Wilma --theme blue", '"light"|"dark"'],
    ["card summary -u Wilma --width 5", "380 to 900 pixels"],
    ["card summary -u Wilma --scale 9", "1, 2 or 3"],
    ["card summary -u Wilma --hide nothing", "can hide"],
    ["card summary -u Wilma -o summary.jpg", "ends in .svg or .png"],
    ["card summary more -u Wilma", "one argument too many"],
    ["card versus-WILMA -u Wilma -c x", "goes with “longplay cards”"],
    ["cards -u Wilma", "--config FILE"],
    ["cards -u Wilma -c missing.txt", "missing.txt"],
    ["cards -u Wilma -c bad.txt", "Line 2, summary.svg?theme=blue"],
    ["cards -u Wilma -c twice.txt", "Two cards have the file summary.svg"],
    ["cards -u Wilma -c jpg.txt", "Line 1, summary.jpg"],
    ["cards -u Wilma -c none.txt", "is empty"],
    ["cards -u Wilma -c many.txt", "more than 100 cards"],
    ["cards -u Wilma -c bad.txt --theme dark", "--theme goes with “longplay card”"],
    ["draw", "There is no command “draw”"],
  ];
  for (const [args, says] of cases) {
    const { code, stdout, stderr } = await longplay(args.replace(/ -c (?=\w)/, ` -c ${folder}/`));
    expect({ code, stdout }, args).toEqual({ code: 2, stdout: "" });
    expect(stderr, args).toContain(says);
    expect(stderr, args).toContain("longplay --help");
  }
});
