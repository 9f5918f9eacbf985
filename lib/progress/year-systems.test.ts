import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { yearSystems } from "./year-systems";

const on = (systemId: number, systemName: string, date: string | null) =>
  aGame({
    systemId,
    systemName,
    highestAwardKind: date ? "mastered" : null,
    highestAwardAt: date ? Date.parse(date) / 1000 : null,
  });

test("a system is new in the year of its first dated award, and in no later one", () => {
  const nes = [on(7, "NES", "2023-12-31T23:59:59Z"), on(7, "NES", "2024-01-01T00:00:00Z")];
  const megaDrive = [on(1, "Mega Drive", null), on(1, "Mega Drive", "2024-07-01T00:00:00Z")];
  const later = on(1, "Mega Drive", "2025-01-01T00:00:00Z");
  const library = [...nes, ...megaDrive, later];
  const found = (ofYear: typeof library, year: number) =>
    yearSystems(library, ofYear, year).map(({ name, isNew, counts }) => [
      name,
      isNew,
      counts.mastered,
    ]);
  expect(found([...nes.slice(1), ...megaDrive.slice(1)], 2024)).toEqual([
    ["Mega Drive", true, 1],
    ["NES", false, 1],
  ]);
  expect(found([later], 2025)).toEqual([["Mega Drive", false, 1]]);
});
