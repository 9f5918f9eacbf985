import { expect, test } from "vitest";
import { noSuchYearPage } from "./no-such-year";

const linksOf = (page: string) =>
  [...page.matchAll(/<li><a href="([^"]+)">(\d+)<\/a><\/li>/g)].map(([, href, year]) => [
    href,
    year,
  ]);

test("the years that there are stand on it as links", () => {
  const page = noSuchYearPage({ name: "Anna", year: "1999", years: [2024, 2025] });
  expect(page).toContain("The year 1999 is none");
  expect(linksOf(page)).toEqual([
    ["/user/Anna/year/2024", "2024"],
    ["/user/Anna/year/2025", "2025"],
  ]);
});

test("what was typed is text, and no year is said to be one", () => {
  const page = noSuchYearPage({ name: "Anna", year: "<b>20", years: [2025] });
  expect(page).toContain("“&lt;b&gt;20” is none");
  expect(page).not.toContain("The year");
});
