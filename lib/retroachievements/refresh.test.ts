import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer, library, type WireRow } from "@/e2e/support/wire-player";

const later = (row: WireRow | undefined, minute: number): WireRow => ({
  ...(row as WireRow),
  NumAwarded: Number(row?.NumAwarded) + 1,
  MostRecentAwardedDate: `2027-01-01T00:${String(minute).padStart(2, "0")}:00+00:00`,
});
const progressCalls = () =>
  standIn.calls().flatMap(({ endpoint, params }) => (endpoint === "progress" ? [params] : []));

test("5,000 games with three new unlocks cost one progress call of 100 rows and one profile call", async () => {
  const rows = library(5000);
  standIn.setPlayer(aWirePlayer({ name: "Refreshed", games: rows }));
  const known = await aClient().fetchPlayer("Refreshed");
  const [one, two, three] = [later(rows[4000], 3), later(rows[60], 2), later(rows[2], 1)];
  const moved = new Set([4000, 60, 2]);
  standIn.setPlayer(
    aWirePlayer({
      name: "Refreshed",
      games: [one, two, three, ...rows.filter((_, at) => !moved.has(at))],
    }),
  );
  standIn.resetCalls();
  const refreshed = await aClient().fetchPlayer("Refreshed", { known });
  expect(progressCalls()).toEqual([{ u: "Refreshed", c: "100", o: "0" }]);
  expect(standIn.count("profile")).toBe(1);
  expect(refreshed.readWholeAt).toBe(known.readWholeAt);
  expect(refreshed.player.checkedAt).toBeGreaterThanOrEqual(known.player.checkedAt);
  expect(refreshed.player.games).toEqual((await aClient().fetchPlayer("Refreshed")).player.games);
});

test("a refresh that does not fit reads everything", async () => {
  const rows = library(700);
  standIn.setPlayer(aWirePlayer({ name: "Misfit", games: rows }));
  const known = await aClient().fetchPlayer("Misfit");
  standIn.setPlayer(aWirePlayer({ name: "Misfit", games: rows.filter((_, at) => at !== 400) }));
  standIn.resetCalls();
  const refreshed = await aClient().fetchPlayer("Misfit", { known });
  expect(refreshed.player.games).toHaveLength(699);
  expect(refreshed.readWholeAt).toBeGreaterThanOrEqual(known.readWholeAt);
  expect(progressCalls().map(({ c, o }) => `${c}@${o}`)).toEqual(["100@0", "500@0", "500@500"]);
});

test("a library of one page is read whole each time", async () => {
  const rows = library(40);
  standIn.setPlayer(aWirePlayer({ name: "Small", games: rows }));
  const known = await aClient().fetchPlayer("Small");
  const revised = rows.map((row, at) => (at === 30 ? { ...row, MaxPossible: 999 } : row));
  standIn.setPlayer(aWirePlayer({ name: "Small", games: revised }));
  standIn.resetCalls();
  const refreshed = await aClient().fetchPlayer("Small", { known: { ...known, readWholeAt: 1 } });
  expect(refreshed.player.games[30]?.maxPossible).toBe(999);
  expect(refreshed.readWholeAt).toBeGreaterThan(1);
  expect(standIn.count("progress")).toBe(1);
});

test("the known games of another player are not reused, even with equal lists", async () => {
  const rows = library(300);
  standIn.setPlayer(aWirePlayer({ name: "Alike", games: rows }));
  const known = await aClient().fetchPlayer("Alike");
  standIn.setPlayer(aWirePlayer({ name: "Alike", games: rows, profile: { ULID: "0".repeat(26) } }));
  standIn.resetCalls();
  await aClient().fetchPlayer("Alike", { known });
  expect(progressCalls().map(({ c, o }) => `${c}@${o}`)).toEqual(["100@0", "500@0"]);
  standIn.removePlayer("Alike");
});

test("the known games of another player are not reused", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Former", games: 300 }));
  const known = await aClient().fetchPlayer("Former");
  standIn.setPlayer(
    aWirePlayer({ name: "Former", games: 300, seed: 5, profile: { ULID: "0".repeat(26) } }),
  );
  const refreshed = await aClient().fetchPlayer("Former", { known });
  expect(refreshed.player.profile.ulid).toBe("0".repeat(26));
  expect(refreshed.player.games).toEqual((await aClient().fetchPlayer("Former")).player.games);
  standIn.removePlayer("Former");
});
