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

test("the year that is looked back on stands beside the name, and at other times none", () => {
  expect(headerOf(2026)).toContain('<a href="/user/Anna/year/2026">The year 2026</a>');
  expect(headerOf(null)).not.toContain("/year/");
});
