import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Badge } from "@/lib/domain/badge";
import type { Profile } from "@/lib/domain/player";
import { aPlayer } from "@/lib/domain/test-games";
import type { Presence } from "@/lib/progress/now-playing";
import type { PlayerRank } from "@/lib/retroachievements/retroachievements";
import { ProfileHeader } from "./profile-header";
import { wordsOf } from "./test-library";

interface Given {
  profile?: Partial<Profile>;
  presence?: Presence | null;
  ranks?: Partial<PlayerRank> | null;
  played?: string | null;
  yearInReview?: number | null;
  badges?: Badge[];
}

const UNRANKED = { hardcore: null, casual: null, playing: null };

const headerOf = ({
  profile,
  presence = null,
  ranks = null,
  played = null,
  yearInReview = null,
  badges = [],
}: Given = {}) =>
  renderToStaticMarkup(
    <ProfileHeader
      profile={aPlayer([], profile).profile}
      presence={presence}
      ranks={ranks && { ...UNRANKED, ...ranks }}
      played={played}
      badges={badges}
      mediaBase="https://media.example"
      siteBase={null}
      path="/user/Anna"
      search=""
      yearInReview={yearInReview}
      hasShelf={false}
      checkedAt={0}
      unanswered={false}
    />,
  );

test("a link to the year in review shows only at the time for it", () => {
  expect(headerOf({ yearInReview: 2026 })).toContain(
    '<a href="/user/Anna/year/2026">2026 in review</a>',
  );
  expect(headerOf()).not.toContain("/year/");
});

const seen = (message: string, game: string | null = null) =>
  headerOf({ presence: { message, game, isNow: false } });

test("the last rich presence message is quoted with its game, and no time", () => {
  const header = seen("World 1-1, 3 lives", "Super Moth");
  expect(header).toContain(">Last seen</dt>");
  expect(header).toContain('<bdi>Super Moth</bdi>: <q dir="auto">World 1-1, 3 lives</q></dd>');
  expect(header).not.toMatch(/\bnow\b|playing/i);
});

test("a message of now says so", () => {
  const header = headerOf({ presence: { message: "World 1-1", game: "Super Moth", isNow: true } });
  expect(wordsOf(header)).toMatch(/ Now playing Super Moth : World 1-1 /);
  expect(header).not.toContain("Last seen");
});

test("rank and hours are shown where they are known", () => {
  const factsOf = (given: Given) => wordsOf(headerOf(given)).replace(/ Member since.*/, "");
  const [hardcore, casual] = [
    { rank: 1234, of: 95_000 },
    { rank: 7, of: null },
  ];
  expect(factsOf({})).toBe("Anna Points 12,345 Casual points 67");
  expect(factsOf({ ranks: {} })).toBe(factsOf({}));
  expect(factsOf({ ranks: { hardcore, casual }, played: "1,234 hours" })).toBe(
    "Anna Points 12,345 Rank #1,234 of 95,000 Casual points 67 Played 1,234 hours",
  );
  expect(factsOf({ ranks: { casual } })).toBe("Anna Points 12,345 Casual points 67 Casual rank #7");
});

test("a game that the message names is not named twice", () => {
  const header = seen("Playing super moth", "Super Moth");
  expect(header).toContain('<q dir="auto">Playing super moth</q></dd>');
  expect(header).not.toContain("<bdi>");
});

test("a game without a name is left out", () => {
  expect(seen("World 1-1")).not.toContain("<bdi>");
});

test("a player without a rich presence message has no such line", () => {
  expect(headerOf()).not.toMatch(/Last seen|Now playing/);
});

test("markup in a rich presence message is escaped", () => {
  const header = seen('"><script>alert(1)</script>', "<b>Moth</b>");
  expect(header).not.toMatch(/<script|<b>/);
  expect(header).toContain("&lt;script&gt;alert(1)&lt;/script&gt;</q>");
});

test("a long message is whole in the page, and one in another script has its own direction", () => {
  expect(seen("x".repeat(500))).toContain(`<q dir="auto">${"x".repeat(500)}</q>`);
  expect(seen("العالم ١-١")).toContain('<q dir="auto">العالم ١-١</q>');
});

test("badges stand beside the name, and without one there is no list", () => {
  const badge: Badge = { kind: "event", title: "Relay", iconPath: "/Images/000001.png", at: 0 };
  expect(headerOf({ badges: [badge] })).toMatch(
    /<\/h1><ul [^>]*aria-label="Event and site badges"><li [^>]*><img src="https:\/\/media\.example\/Images/,
  );
  expect(headerOf()).not.toContain("<ul");
});
