import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import { ProfileHeader } from "./profile-header";

const headerOf = (yearInReview: number | null) =>
  renderToStaticMarkup(
    <ProfileHeader
      profile={aPlayer([]).profile}
      mediaBase="https://media.example"
      siteBase={null}
      path="/user/Anna"
      yearInReview={yearInReview}
      checkedAt={0}
      unanswered={false}
    />,
  );

test("a link to the year in review shows only at the time for it", () => {
  expect(headerOf(2026)).toContain('<a href="/user/Anna/year/2026">2026 in review</a>');
  expect(headerOf(null)).not.toContain("/year/");
});
