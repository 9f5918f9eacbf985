import { expect, test } from "vitest";
import type { Game, Player } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { atomFeed, awardEntries, type FeedKind } from "./atom";

const aPlayer = (games: Game[]): Player => ({
  profile: {
    name: "Reader",
    ulid: "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    avatarPath: "/UserPic/Reader.png",
    memberSince: 1_400_000_001,
    points: 12,
    casualPoints: 34,
    retroPoints: 56,
    motto: "",
    lastSeen: "",
    lastGameId: null,
  },
  games,
  checkedAt: 0,
});
const feedOf = (player: Player, kinds: FeedKind[], gameBase: string | null) =>
  atomFeed(player, kinds, awardEntries(player.games), "https://site.example", gameBase);
const feed = (games: Game[], ...kinds: FeedKind[]) =>
  feedOf(aPlayer(games), kinds.length > 0 ? kinds : ["awards"], "https://ra.example/game");
const ids = (xml: string) => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1]);
const mastered = (given: Partial<Game>) =>
  aGame({ highestAwardKind: "mastered", highestAwardAt: 5, ...given });

test("each award has one entry, newest first", () => {
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

test("an id is stable, and a better award has another id", () => {
  const game = mastered({ id: 42 });
  expect(ids(feed([game]))).toEqual(ids(feed([{ ...game, title: "Renamed" }])));
  expect(ids(feed([game]))[1]).not.toBe(ids(feed([{ ...game, highestAwardKind: "completed" }]))[1]);
  expect(ids(feed([game]))[1]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/);
});

// A reader shows entries anew whose id has changed, so the ids must stay what they are here.
test("the whole document is valid for feed readers", () => {
  const games = [
    mastered({ id: 42, title: "Moth & Son [Subset - Bonus]", highestAwardAt: 1_777_802_400 }),
  ];
  expect(feed(games)).toBe(
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:2435f4eb-521c-5eb8-97b1-d9f1d1a8c6b3</id>
<title>Reader: awards</title>
<updated>2026-05-03T10:00:00.000Z</updated>
<link rel="self" type="application/atom+xml" href="https://site.example/user/Reader/feed.xml"/>
<link rel="alternate" type="text/html" href="https://site.example/user/Reader"/>
<author><name>Reader</name><uri>https://site.example/user/Reader</uri></author>
<entry>\
<id>urn:uuid:3f1d8ec8-6314-5b53-948f-c3dae71ca1a6</id>\
<title>Mastered: Moth &amp; Son (Bonus)</title>\
<updated>2026-05-03T10:00:00.000Z</updated>\
<link rel="alternate" type="text/html" href="https://ra.example/game/42"/>\
<summary>Moth &amp; Son [Subset - Bonus], NES/Famicom</summary>\
</entry>
</feed>
`,
  );
});

test("two players with the same game have different entries", () => {
  const game = mastered({ id: 42 });
  const other = aPlayer([game]);
  other.profile.ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAW";
  expect(ids(feedOf(other, ["awards"], null))).not.toEqual(ids(feed([game])));
});

test("only the newest 100 awards have entries", () => {
  const games = Array.from({ length: 120 }, (_, at) => mastered({ highestAwardAt: at }));
  const xml = feed(games);
  expect(xml.match(/<entry>/g)).toHaveLength(100);
  expect(xml).toContain("1970-01-01T00:01:59.000Z");
  expect(xml).not.toContain("1970-01-01T00:00:19.000Z");
});

test("an award without a date and a date without an award have no entry", () => {
  const games = [mastered({ highestAwardAt: null }), aGame({ highestAwardAt: 5 })];
  expect(ids(feed(games))).toHaveLength(1);
});

test("no title can break out of the document", () => {
  const xml = feed([mastered({ title: '</title><script>"&\u0000\uD800' })]);
  expect(xml).toContain("Mastered: &lt;/title&gt;&lt;script&gt;&quot;&amp;</title>");
  expect(xml).not.toContain("<script>");
});

test("a player without awards has an empty feed", () => {
  expect(ids(feed([]))).toHaveLength(1);
  expect(feed([])).toContain("<updated>2014-05-13T16:53:21.000Z</updated>");
});

test("where games have no pages, entries link to the player", () => {
  const xml = feedOf(aPlayer([mastered({ id: 42 })]), ["awards"], null);
  expect(xml).not.toContain("/game/");
  expect(xml.match(/href="https:\/\/site\.example\/user\/Reader"/g)).toHaveLength(2);
});

test("a feed of more kinds has another id, with the same entries for the same awards", () => {
  const games = [mastered({ id: 42 })];
  const more = feed(games, "awards", "revisions");
  expect(more).toContain("<title>Reader: awards, revisions</title>");
  expect(more).toContain('href="https://site.example/user/Reader/feed.xml?only=awards,revisions"');
  expect(ids(more)[0]).not.toBe(ids(feed(games))[0]);
  expect(ids(more)[0]).not.toBe(ids(feed(games, "revisions"))[0]);
  expect(ids(more)[1]).toBe(ids(feed(games))[1]);
});
