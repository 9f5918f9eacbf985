import { expect, test } from "vitest";
import { type BuilderCard, fileOf, pageOf, pictureOf, searchOf } from "./card-addresses";

const aCard = (argument?: string): BuilderCard => ({
  name: "versus",
  file: "versus",
  argument,
  about: "",
  parts: [],
  width: { min: 1, default: 2, max: 3 },
});

test("a card's file has its argument behind its name, and is none without it", () => {
  expect(fileOf(aCard(), {})).toBe("versus");
  expect(fileOf(aCard("other"), { other: "Ben", id: "7" })).toBe("versus-Ben");
  expect(fileOf(aCard("other"), { id: "7" })).toBeNull();
});

test("a picture is the player's own, or that of a made-up player in the same theme", () => {
  expect(pictureOf("Anna", aCard(), "versus-Ben", "?theme=grape", "grape")).toBe(
    "/user/Anna/cards/versus-Ben.svg?theme=grape",
  );
  expect(pictureOf("Anna", aCard(), null, "?theme=grape", "grape")).toBe(
    "/demo-media/cards/versus.svg?theme=grape",
  );
  expect(pictureOf("Anna", aCard(), null, "?theme=auto")).toBe("/demo-media/cards/versus.svg");
});

test("a card leads to the page that shows more of the same", () => {
  const given = { year: "2025", other: "Ben" };
  expect(pageOf(aCard("year"), "Anna", given)).toBe("/user/Anna/year/2025");
  expect(pageOf(aCard("other"), "Anna", given)).toBe("/compare/Anna/Ben");
  expect(pageOf(aCard("id"), "Anna", given)).toBe("/user/Anna");
});

test("only options are a card's query", () => {
  const choice = { card: "versus", id: "7", year: "2025", other: "Ben" };
  expect(searchOf(choice)).toBe("");
  expect(searchOf({ ...choice, theme: "grape" }, { scale: "2" })).toBe("?theme=grape&scale=2");
});
