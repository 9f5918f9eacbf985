import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { readCardRequest } from "./card";
import { game } from "./game";
import { marksOf, seen, wordsOf } from "./test-reader";

const player = aPlayer([
  aGame({ id: 7, title: "Ant", iconPath: "/Images/7.png" }),
  aGame({
    id: 1446,
    title: "~Hack~ Bee",
    iconPath: "/Images/1446.png",
    numAwarded: 1000,
    numAwardedHardcore: 500,
    maxPossible: 2000,
  }),
]);
const imagesOf = (search: string) =>
  game.images(
    { player, isDated: false, image: () => null },
    readCardRequest(game, new URLSearchParams(search)).options,
  );

test("the game of that id stands on it, with its icon and its progress", () => {
  const card = seen(game, player, "id=1446");
  expect(wordsOf(card)).toEqual(["Bee (Hack)", "NES · 1,000 of 2,000", "50%"]);
  expect(marksOf(card, "image")).toMatchObject([{ source: "/Images/1446.png", x: 20, y: 21 }]);
  expect(marksOf(card, "bar")[0]?.parts).toMatchObject([{ width: 20 }, { width: 20 }]);
  expect(card.description).toBe("Bee (Hack): 1,000 of 2,000 achievements.");
  expect(card.height).toBe(84);
  expect(imagesOf("id=1446")).toEqual(["/Images/1446.png"]);
});

test("a game that was not played is told as such", () => {
  for (const search of ["id=8", "", "id=-7", "id=7.5", "id=0"]) {
    const card = seen(game, player, search);
    expect(card.description, search).toBe("This player has not played that game.");
    expect(card.marks.slice(1)).toMatchObject([
      { kind: "text", text: "This player has not played that game.", x: 20, y: 47 },
    ]);
    expect(imagesOf(search)).toEqual([]);
  }
});
