import { expect, test } from "vitest";
import { withOwnTitles } from "./own-titles";

test("two games with the same title have their systems, and none is there twice", () => {
  const moth = { id: 1, title: "Moth", systemName: "NES" };
  const games = [
    moth,
    { id: 2, title: "Moth", systemName: null },
    { ...moth, id: 3, title: "Ant" },
  ];
  expect(withOwnTitles([...games, moth])).toEqual([
    { id: 1, title: "Moth (NES)" },
    { id: 2, title: "Moth (2)" },
    { id: 3, title: "Ant" },
  ]);
});
