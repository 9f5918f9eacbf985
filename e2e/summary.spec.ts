import { expect, test } from "./support/fixtures";
import { aWirePlayer, library } from "./support/wire-player";

test("a summary's figures fit each other and follow the filters", { tag: "@check" }, async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Summed", games: 400 }));
  const all = await (await request.get("/api/v1/users/Summed/summary")).json();
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  expect(sum(all.systems.map((system: { games: number }) => system.games))).toBe(all.counts.played);
  expect(sum(all.months.map((month: { mastered: number }) => month.mastered))).toBe(
    all.counts.mastered,
  );
  expect(all.milestones.length).toBeGreaterThan(3);

  const { id, games, mastered, unfinished } = all.systems[0];
  const some = await (
    await request.get(`/api/v1/users/Summed/summary?status=eq-mastered&system=${id}`)
  ).json();
  // Counts do not follow the status, milestones and months do.
  expect(some.counts).toMatchObject({ played: games, mastered, unfinished });
  expect(some.systems).toEqual([all.systems[0]]);
  expect(some.milestones.length).toBeGreaterThan(0);
  for (const { kind } of some.milestones) expect(kind).toBe("mastered");
  expect(sum(some.months.map((month: { mastered: number }) => month.mastered))).toBe(mastered);
  expect(sum(some.months.map((month: { beaten: number }) => month.beaten))).toBe(0);
});

test("counts of a list are the same wherever they are shown, whatever the status", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Agreed", games: 400 }));
  const json = async (path: string) => (await request.get(path)).json();
  const filters = "system=7&q=a";
  const { counts } = await json(`/api/v1/users/Agreed/summary?${filters}`);
  expect(counts.played).toBeGreaterThan(counts.mastered);
  const ofStatus = `${filters}&status=eq-mastered`;
  for (const path of ["/api/v1/users/Agreed/summary", "/api/v1/users/Agreed/games"]) {
    expect((await json(`${path}?${ofStatus}`)).counts, path).toEqual(counts);
  }
  const file = await json(`/user/Agreed/games.json?${ofStatus}`);
  expect(file).toMatchObject({ counts, total: counts.mastered });
  const badge = (search: string) => json(`/user/Agreed/badge.json?${search}`);
  expect(await badge(`${filters}&show=played`)).toMatchObject({ message: String(counts.played) });
  expect(await badge(`${ofStatus}&show=played`)).toMatchObject({
    label: "Mastered",
    message: String(counts.mastered),
  });
  const card = await (await request.get(`/user/Agreed/cards/share.svg?${ofStatus}`)).text();
  expect(card).toContain(`: ${counts.mastered} games.`);
});

test("the average is RetroAchievements' wherever it is shown", async ({ request, standIn }) => {
  const [game] = library(1);
  if (!game) throw new Error("a library of one has a game");
  const row = (id: number, Title: string, NumAwarded: number, MaxPossible: number) => ({
    ...{ ...game, GameID: id, Title, NumAwarded, NumAwardedHardcore: NumAwarded, MaxPossible },
    ...{ ConsoleID: 7, HighestAwardKind: "beaten-hardcore" as const },
  });
  const games = [
    row(1, "Ant", 10, 10),
    row(2, "Owl", 5, 10),
    row(3, "Owl [Subset - Bonus]", 1, 10),
    row(4, "Moth", 0, 0),
  ];
  for (const name of ["Meaned", "Meaner"]) standIn.setPlayer(aWirePlayer({ name, games }));
  const text = async (path: string) => (await request.get(path)).text();
  expect(await text("/user/Meaned")).toMatch(/Average completion (<!-- -->)?75%/);
  expect(await text("/user/Meaned/cards/summary.svg")).toContain("75%");
  const compared = await request.get("/api/v1/compare?users=Meaned,Meaner");
  expect((await compared.json()).players).toMatchObject([
    { averageWon: 0.75 },
    { averageWon: 0.75 },
  ]);
});
