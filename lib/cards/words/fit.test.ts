import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { CARDS } from "..";
import { argumentOf, timesOf } from "../test-data";
import { seen, wordsOf } from "../test-reader";
import { LANGUAGES } from ".";

const KINDS = [...AWARD_KINDS, null];
const player = aPlayer(
  Array.from({ length: 1313 }, (_, at) =>
    aGame({
      id: at + 1,
      title: "Owl",
      maxPossible: 80,
      numAwarded: at % KINDS.length === 0 ? 80 : 40,
      numAwardedHardcore: at % KINDS.length === 0 ? 80 : 40,
      highestAwardKind: KINDS[at % KINDS.length] ?? null,
      highestAwardAt: 1_795_000_000 - at * 86_400,
      mostRecentAwardedAt: 1_795_000_000 - at * 86_400,
    }),
  ),
  { points: 123_456 },
);
const nobody = aPlayer([], { points: 0, casualPoints: 0 });

test.each(Object.keys(LANGUAGES))("%s: no word is cut on any card, however narrow", (locale) => {
  for (const card of CARDS) {
    for (const argument of [
      argumentOf(card),
      argumentOf(card, { id: 9999, year: 2026 }),
      argumentOf(card, { year: 2001 }),
    ]) {
      const search = `${argument}width=${card.width.min}&locale=${locale}&show=rank,hours`;
      for (const of of [player, nobody]) {
        const given = { isDated: true, times: timesOf(of.games) };
        for (const text of wordsOf(seen(card, of, search, given))) {
          expect(text, card.name).not.toContain("…");
        }
      }
    }
  }
});
