import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { playedSystems, systemLabel, systemName, withoutEvents } from "./systems";

test("a known system has RA's short label, an unknown one its name", () => {
  expect(systemLabel(aGame({ systemId: 47, systemName: "PC-8000/8800" }))).toBe("80/88");
  expect(systemLabel(aGame({ systemId: 999, systemName: "New Console" }))).toBe("New Console");
});

test("a system without a name from RA has one", () => {
  expect(systemName(aGame({ systemId: 76, systemName: null }))).toBe("PCCD");
  expect(systemName(aGame({ systemId: 999, systemName: null }))).toBe("Unknown system");
});

test("RA's Events do not count as games", () => {
  const game = aGame();
  expect(withoutEvents([aGame({ systemId: 101 }), game])).toEqual([game]);
});

test("systems are listed once each, by name, with RA's Events last", () => {
  const games = [
    aGame({ systemId: 900, systemName: "Zeta" }),
    aGame({ systemId: 101, systemName: "Events" }),
    aGame({ systemId: 901, systemName: "Alpha" }),
    aGame({ systemId: 900, systemName: "Zeta" }),
    aGame({ systemId: 902, systemName: "Mid" }),
    aGame({ systemId: 76, systemName: null }),
  ];
  const byName = [
    { id: 901, name: "Alpha" },
    { id: 902, name: "Mid" },
    { id: 76, name: "PCCD" },
    { id: 900, name: "Zeta" },
    { id: 101, name: "Events" },
  ];
  expect(playedSystems(games)).toEqual(byName);
  expect(playedSystems(games.toReversed())).toEqual(byName);
});
