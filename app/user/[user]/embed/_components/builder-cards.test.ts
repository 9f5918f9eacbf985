import { expect, test } from "vitest";
import { CARDS } from "@/lib/cards";
import { readCardRequest } from "@/lib/cards/card-request";
import { drawCard } from "@/lib/cards/draw-card";
import { BOB } from "@/lib/cards/test-data";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { builderCards, rangeOf, sizeOf } from "./builder-cards";

const player = aPlayer([1, 2, 3].map((id) => aGame({ id, title: `Game ${id}` })));
const data = { player, isDated: false, image: () => null };
const DEFAULTS = { id: "2", year: "2025" };

function drawnSize(name: string, search: string) {
  const card = CARDS.find((each) => each.name === name);
  if (!card) throw new Error(`No card ${name}`);
  const svg = drawCard(readCardRequest(card, new URLSearchParams(search)), {
    ...data,
    others: [BOB],
  });
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

test("a card's size is that of its picture", () => {
  const argumentsOf: Record<string, string> = {
    game: "id=2",
    year: "year=2025",
    versus: "other=Bob",
  };
  for (const { name, size } of builderCards(DEFAULTS, data)) {
    // The builder does not load recent days.
    if (name === "lately") expect(size).toEqual({ width: 495, height: 266 });
    else expect(size, name).toEqual(drawnSize(name, argumentsOf[name] ?? "year=2025"));
  }
});

test("a size follows the options, except a width that the card does not have", () => {
  const recent = CARDS.find(({ name }) => name === "recent");
  if (!recent) throw new Error("No such card");
  expect(sizeOf(recent, { width: "600", count: "2" }, data)).toEqual(
    drawnSize("recent", "width=600&count=2"),
  );
  expect(sizeOf(recent, { width: "1", count: "2" }, data).width).toBe(495);
});

test("cards have the ranges of their options, and the flat ones are marked", () => {
  const cards = builderCards(DEFAULTS, data);
  const named = (name: string) => cards.find((card) => card.name === name);
  expect(named("recent")).toMatchObject({
    ...{ label: "Recent games", file: "recent", isFlat: false },
    ...{ count: { min: 1, default: 5, max: 10 }, width: { min: 400, default: 495, max: 900 } },
  });
  expect(named("share-year")).toMatchObject({ file: "share", argument: "year" });
  const zoned = cards.filter(({ takesZone }) => takesZone).map(({ name }) => name);
  expect(zoned).toEqual(["streak", "calendar"]);
  const ofRarest = cards.filter(({ takesRarest }) => takesRarest).map(({ name }) => name);
  expect(ofRarest).toEqual(["shelf"]);
  expect(named("summary")?.more).toEqual(["rank", "hours"]);
  expect(named("recent")?.more).toBeUndefined();
  const flat = ["summary", "signature", "overlay", "share"].map((name) => named(name)?.isFlat);
  expect(flat).toEqual([false, true, true, false]);
  expect(rangeOf(undefined)).toBeUndefined();
});
