import { expect, test } from "vitest";
import {
  type BuilderCard,
  codeOf,
  codeWithoutServer,
  fileOf,
  pictureOf,
  searchOf,
} from "./card-addresses";

const SITE = "https://site";

const aCard = (argument?: string): BuilderCard => ({
  ...{ name: "versus", file: "versus", argument, label: "Versus", parts: [] },
  ...{ size: { width: 2, height: 1 }, isFlat: false, isTransparent: false },
  width: { min: 1, default: 2, max: 3 },
});

test("a card's file has its argument behind its name, and is none without it", () => {
  expect(fileOf(aCard(), {})).toBe("versus");
  expect(fileOf(aCard("other"), { other: "Ben", id: "7" })).toBe("versus-Ben");
  expect(fileOf(aCard("other"), { id: "7" })).toBeNull();
});

test("a picture is the player's own", () => {
  expect(pictureOf("Anna", "versus-Ben", "?theme=grape")).toBe(
    "/user/Anna/cards/versus-Ben.svg?theme=grape",
  );
});

test("a card links to the page that shows more of the same", () => {
  const given = { card: "versus", id: "7", year: "2025", other: "Ben" };
  const linkOf = (argument: string) =>
    /\]\(([^)]*)\)$/.exec(codeOf(SITE, "Anna", aCard(argument), given)?.GitHub ?? "")?.[1];
  expect(linkOf("year")).toBe("https://site/user/Anna/year/2025");
  expect(linkOf("other")).toBe("https://site/compare/Anna/Ben");
  expect(linkOf("id")).toBe("https://site/user/Anna/game/7");
});

test("a card of days links to the page of the same time zone", () => {
  const given = { card: "calendar", year: "2025", tz: "America/New_York" };
  const codeFor = (card: BuilderCard) => codeOf(SITE, "Anna", card, given)?.GitHub ?? "";
  expect(codeFor({ ...aCard("year"), takesZone: true })).toBe(
    "[![Anna on RetroAchievements](https://site/user/Anna/cards/versus-2025.svg?tz=America%2FNew_York)](https://site/user/Anna/year/2025?tz=America%2FNew_York)",
  );
  expect(codeFor({ ...aCard(), takesZone: true })).toMatch(/user\/Anna\?tz=America%2FNew_York\)$/);
});

test("there is no code for a card without its second player", () => {
  expect(codeOf(SITE, "Anna", aCard("other"), { card: "versus" })).toBeNull();
});

test("a card with a history has code for all places that a site is behind", () => {
  const given = { card: "versus", theme: "grape" };
  expect(codeWithoutServer("Anna", aCard(), given)?.workflow).toContain(
    "profile/versus.svg?theme=grape\n",
  );
  const ofHistory = { ...aCard(), needsSite: true };
  expect(codeWithoutServer("Anna", ofHistory, given)).toBeNull();
  const { "GitHub, no server": without, ...places } = codeOf(SITE, "Anna", ofHistory, given) ?? {};
  expect(without).toBe("");
  for (const code of Object.values(places)) expect(code).not.toBe("");
});

test("a choice that shows times or ranks has no code without a site", () => {
  for (const choice of [{ show: "rank" }, { games: "rarest" }]) {
    const given = { card: "versus", ...choice };
    expect(codeWithoutServer("Anna", aCard(), given)).toBeNull();
    expect(codeOf(SITE, "Anna", aCard(), given)?.GitHub).toMatch(/\?(?:show=rank|games=rarest)\)/);
  }
});

test("code has the options of the choice", () => {
  const code = codeOf(SITE, "Anna", aCard(), { card: "versus", theme: "grape" });
  expect(code?.["Discord and chat"]).toBe(
    "https://site/user/Anna/cards/versus.png?theme=grape&scale=2",
  );
});

test("only options are a card's query", () => {
  const choice = { card: "versus", id: "7", year: "2025", other: "Ben" };
  expect(searchOf(choice)).toBe("");
  expect(searchOf({ ...choice, theme: "grape" }, { scale: "2" })).toBe("?theme=grape&scale=2");
});
