import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Profile } from "@/lib/domain/player";
import { aPlayer } from "@/lib/domain/test-games";
import { ProfileHeader } from "./profile-header";

interface Given {
  profile?: Partial<Profile>;
  lastGame?: string | null;
  yearInReview?: number | null;
}

const headerOf = ({ profile, lastGame = null, yearInReview = null }: Given = {}) =>
  renderToStaticMarkup(
    <ProfileHeader
      profile={aPlayer([], profile).profile}
      lastGame={lastGame}
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

const seen = (lastSeen: string, lastGame: string | null = null) =>
  headerOf({ profile: { lastSeen }, lastGame });

test("the last rich presence message is quoted with its game, and no time", () => {
  const header = seen("World 1-1, 3 lives", "Super Moth");
  expect(header).toContain(">Last seen</dt>");
  expect(header).toContain('<bdi>Super Moth</bdi>: <q dir="auto">World 1-1, 3 lives</q></dd>');
  expect(header).not.toMatch(/\bnow\b|playing/i);
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
  expect(headerOf({ lastGame: "Super Moth" })).not.toMatch(/Last seen|Super Moth/);
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
