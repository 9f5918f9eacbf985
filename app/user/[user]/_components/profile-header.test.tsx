import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import { ProfileHeader } from "./profile-header";

const headerOf = (year: number | null) =>
  renderToStaticMarkup(
    <ProfileHeader
      profile={aPlayer([]).profile}
      mediaBase="https://media.example"
      siteBase={null}
      search=""
      path="/user/Anna"
      year={year}
    />,
  );

test("a link to the year shows only at the time for it", () => {
  expect(headerOf(2026)).toContain('<a href="/user/Anna/year/2026">The year 2026</a>');
  expect(headerOf(null)).not.toContain("/year/");
});
