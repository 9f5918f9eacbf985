import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

test("a summary's figures fit each other and follow the filters", async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Summed", games: 400 }));
  const all = await (await request.get("/api/v1/users/Summed/summary")).json();
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  expect(sum(all.systems.map((system: { games: number }) => system.games))).toBe(all.counts.played);
  expect(sum(all.months.map((month: { mastered: number }) => month.mastered))).toBe(
    all.counts.mastered,
  );
  expect(all.milestones.length).toBeGreaterThan(3);

  const { id, mastered } = all.systems[0];
  const some = await (
    await request.get(`/api/v1/users/Summed/summary?status=eq-mastered&system=${id}`)
  ).json();
  expect(some.counts).toMatchObject({ played: mastered, mastered, unfinished: 0 });
});
