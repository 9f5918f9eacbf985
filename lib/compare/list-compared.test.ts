import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { parseCompareQuery } from "./compare-query";
import { joinLibraries } from "./join-libraries";
import { comparedSystems, listCompared } from "./list-compared";

const parse = (search: string) => parseCompareQuery(new URLSearchParams(search), 2);

const owl = aGame({ title: "Tin Owl", systemId: 3 });
const games = joinLibraries([
  [owl, aGame({ title: "Tin Moth", systemId: 7 }), aGame({ title: "Tin Event", systemId: 101 })],
  [{ ...owl, numAwarded: 9 }, aGame({ title: "Amber Owl", systemId: 3 })],
]);
const found = (search: string) =>
  listCompared(games, parse(search).query).found.map(({ game }) => game.title);

test("filters by player, system and title combine, and RA's Events are left out unless chosen", () => {
  expect(found("who=all&sort=title")).toEqual(["Amber Owl", "Tin Moth", "Tin Owl"]);
  expect(found("")).toEqual(["Tin Owl"]);
  expect(found("who=all&q=tin&sort=title")).toEqual(["Tin Moth", "Tin Owl"]);
  expect(found("system=3&q=owl&who=b-ahead")).toEqual(["Tin Owl"]);
  expect(found("who=all&system=101")).toEqual(["Tin Event"]);
  expect(found("who=only-a")).toEqual(["Tin Moth"]);
  expect(found("who=even")).toEqual([]);
});

test("a page has 100 games, and a page beyond the last is the last", () => {
  const many = joinLibraries([Array.from({ length: 150 }, () => aGame()), []]);
  const last = listCompared(many, parse("who=all&page=9").query);
  expect([last.page, last.pages, last.games.length, last.found.length]).toEqual([2, 2, 50, 150]);
});

test("the offered systems are those of all players", () => {
  const named = joinLibraries([
    [aGame({ systemId: 4, systemName: "Game Boy" })],
    [aGame({ systemId: 101, systemName: "Events" }), aGame({ systemId: 1, systemName: "Mega" })],
  ]);
  expect(comparedSystems(named).map(({ name }) => name)).toEqual(["Game Boy", "Mega", "Events"]);
});
