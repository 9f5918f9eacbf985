import { expect, test } from "vitest";
import type { Game, Player } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { awardFeed } from "./atom";

const aPlayer = (games: Game[]): Player => ({
  profile: {
    name: "Reader",
    ulid: "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    avatarPath: "/UserPic/Reader.png",
    memberSince: 0,
    points: 0,
    casualPoints: 0,
    retroPoints: 0,
    motto: "",
  },
  games,
  checkedAt: 0,
});
const feed = (games: Game[]) => awardFeed(aPlayer(games), "https://site.example");
const ids = (xml: string) => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1]);
const mastered = (given: Partial<Game>) =>
  aGame({ highestAwardKind: "mastered", highestAwardAt: 5, ...given });

test("there is one entry an award, newest first", () => {
  const xml = feed([
    mastered({ title: "Old", highestAwardAt: 1 }),
    aGame({ title: "Unfinished" }),
    mastered({ title: "New", highestAwardAt: 9 }),
  ]);
  expect([...xml.matchAll(/<title>(Mastered.*?)<\/title>/g)].map((match) => match[1])).toEqual([
    "Mastered: New",
    "Mastered: Old",
  ]);
});

test("an id stays the same, and a better award has another", () => {
  const game = mastered({ id: 42 });
  expect(ids(feed([game]))).toEqual(ids(feed([{ ...game, title: "Renamed" }])));
  expect(ids(feed([game]))[1]).not.toBe(ids(feed([{ ...game, highestAwardKind: "completed" }]))[1]);
  expect(ids(feed([game]))[1]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/);
});

test("no title can break out of the document", () => {
  const xml = feed([mastered({ title: '</title><script>"&\u0000\uD800' })]);
  expect(xml).toContain("Mastered: &lt;/title&gt;&lt;script&gt;&quot;&amp;</title>");
  expect(xml).not.toContain("<script>");
});

test("a player without awards has an empty feed", () => {
  expect(ids(feed([]))).toHaveLength(1);
});
