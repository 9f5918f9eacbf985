import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { gamesToCsv } from "./csv";

const titleCell = (title: string) => gamesToCsv([aGame({ id: 1, title })]).split("\r\n")[1];

test("starts with a byte order mark and the columns' names", () => {
  expect(gamesToCsv([])).toBe(
    "\u{FEFF}Game ID,Title,System,Achievements,Unlocked,Unlocked (hardcore),Won %,Won % (hardcore),Last unlock (UTC),Award,Award date (UTC)\r\n",
  );
});

test("a row holds what RA's page shows", () => {
  const game = aGame({
    id: 7,
    title: "Étoile",
    maxPossible: 20,
    numAwarded: 19,
    numAwardedHardcore: 5,
    mostRecentAwardedAt: 1_777_888_800,
    highestAwardKind: "beaten-softcore",
    highestAwardAt: 1_777_802_400,
  });
  expect(gamesToCsv([game]).split("\r\n")[1]).toBe(
    "7,Étoile,NES/Famicom,20,19,5,95,25,2026-05-04 10:00:00,Beaten (casual),2026-05-03 10:00:00",
  );
});

test("a whole file is this, byte for byte", () => {
  const games = [
    aGame({ id: 1, title: 'The "Amber" Racer, Part 2' }),
    aGame({ id: 2, title: "=HYPERLINK(1)", highestAwardKind: "mastered", highestAwardAt: 0 }),
    aGame({ id: 3, title: '-"1', systemId: 999, systemName: "Line\nbreak" }),
    aGame({ id: 4, title: "Carriage\rreturn; a 'quote' and \u{1F3AE}" }),
    aGame({ id: 5, title: "\r1" }),
  ];
  expect(gamesToCsv(games).split("\r\n")).toEqual([
    "\u{FEFF}Game ID,Title,System,Achievements,Unlocked,Unlocked (hardcore),Won %,Won % (hardcore),Last unlock (UTC),Award,Award date (UTC)",
    '1,"The ""Amber"" Racer, Part 2",NES/Famicom,10,5,5,50,50,1970-01-01 00:16:40,,',
    "2,'=HYPERLINK(1),NES/Famicom,10,5,5,50,50,1970-01-01 00:16:40,Mastered,1970-01-01 00:00:00",
    `3,"'-""1","Line\nbreak",10,5,5,50,50,1970-01-01 00:16:40,,`,
    `4,"Carriage\rreturn; a 'quote' and \u{1F3AE}",NES/Famicom,10,5,5,50,50,1970-01-01 00:16:40,,`,
    `5,"'\r1",NES/Famicom,10,5,5,50,50,1970-01-01 00:16:40,,`,
    "",
  ]);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])("%j cannot become a formula", (title) => {
  expect(titleCell(title)).toContain(`1,'${title},`);
});

test.each([
  ...[
    "0001",
    "0020",
    "00A0",
    "00AD",
    "034F",
    "115F",
    "200B",
    "200E",
    "2028",
    "202E",
    "2060",
    "2800",
  ],
  ...["3000", "3164", "FE0F", "FEFF", "E0020"],
])("U+%s, which is not seen, hides no formula behind it", (hexadecimal) => {
  const invisible = String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  for (const sign of ["=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"]) {
    for (const title of [`${invisible}${sign}1`, `${invisible} ${invisible}${sign}1`]) {
      expect(titleCell(title)).toContain(`1,'${title},`);
    }
  }
});

test.each(["1 = 1", "~Hack~ -1", " A -B", "\u200Bx", "\u0301=x"])("%j is a plain text", (title) => {
  expect(titleCell(title)).toContain(`1,${title},`);
});

test("quotes, commas and line ends stay inside their cell", () => {
  expect(titleCell('A "B", C')).toContain('1,"A ""B"", C",');
});

test("a game without an award and date has empty cells", () => {
  const game = aGame({ id: 7, mostRecentAwardedAt: null });
  expect(gamesToCsv([game]).split("\r\n")[1]).toBe("7,A Game,NES/Famicom,10,5,5,50,50,,,");
});

test("a set that shrank is at most 100% complete", () => {
  const game = aGame({ id: 7, maxPossible: 10, numAwarded: 12, numAwardedHardcore: 11 });
  expect(gamesToCsv([game])).toContain("10,12,11,100,100,");
});

test("every game has a row, in the order given", () => {
  const games = Array.from({ length: 250 }, (_, at) => aGame({ id: 1000 - at }));
  const rows = gamesToCsv(games).split("\r\n").slice(1, -1);
  expect(rows.map((row) => Number(row.split(",")[0]))).toEqual(games.map(({ id }) => id));
});

test("times have columns after the others, empty where they are unknown", () => {
  const [known, unknown] = [aGame({ id: 7 }), aGame({ id: 8 })];
  const time = {
    ...{ ...UNKNOWN_TIME, gameId: 7, playtime: 5430, firstUnlockAt: 1_777_888_800 },
    ...{ points: 420, pointsTotal: 500, timesMastered: 651, playersHardcore: 31_000 },
    ...{ beatenHardcoreAt: 1_777_888_801, completedAt: 1_777_888_802, masteredAt: 1_777_888_803 },
    ...{ beatenAt: 1_777_888_800, medianBeatMinutes: 11, medianBeatHardcoreMinutes: 12 },
    ...{ medianCompleteMinutes: 13, medianMasterMinutes: 14, isSubset: true },
  };
  const [names = "", first = "", second = ""] = gamesToCsv(
    [known, unknown],
    new Map([[7, time]]),
  ).split("\r\n");
  const cells = (line: string) => line.split(",");
  const cellOf = (line: string, name: string) => cells(line)[cells(names).indexOf(name)];
  expect(names.startsWith(gamesToCsv([]).trimEnd())).toBe(true);
  expect(cellOf(first, "Playtime (minutes)")).toBe("91");
  expect(cellOf(first, "First unlock (UTC)")).toBe("2026-05-04 10:00:00");
  expect(cellOf(first, "Beaten (UTC)")).toBe("2026-05-04 10:00:00");
  expect(cellOf(first, "Beaten (hardcore; UTC)")).toBe("2026-05-04 10:00:01");
  expect(cellOf(first, "Completed (UTC)")).toBe("2026-05-04 10:00:02");
  expect(cellOf(first, "Mastered (UTC)")).toBe("2026-05-04 10:00:03");
  for (const [award, minutes] of [
    ["beat (minutes)", "11"],
    ["beat (hardcore; minutes)", "12"],
    ["complete (minutes)", "13"],
    ["master (minutes)", "14"],
  ]) {
    expect(cellOf(first, `Median time to ${award}`)).toBe(minutes);
  }
  expect([first, second].map((line) => cellOf(line, "Subset"))).toEqual(["yes", "no"]);
  expect(cellOf(first, "Points")).toBe("420");
  expect(cellOf(first, "Points of the set")).toBe("500");
  expect(cellOf(first, "Mastered by %")).toBe("2.1");
  expect(cellOf(first, "Time to master (minutes)")).toBe("");
  expect(second).toBe(`${gamesToCsv([unknown]).split("\r\n")[1]},no${",".repeat(19)}`);
});
