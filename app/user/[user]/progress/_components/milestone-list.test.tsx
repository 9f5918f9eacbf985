import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MilestoneView } from "@/lib/views/progress-view";
import { MilestoneList } from "./milestone-list";

const milestone = (given: Partial<MilestoneView> = {}): MilestoneView => ({
  kind: "mastered",
  which: 5,
  day: 18_518,
  gameId: 42,
  title: "Tin Moth",
  iconPath: "/Images/000042.png",
  ...given,
});

const html = (milestones: MilestoneView[], gameBase: string | null = "https://ra.test/game") =>
  renderToStaticMarkup(
    <MilestoneList
      milestones={milestones}
      isFiltered={false}
      mediaBase="https://media.test"
      gameBase={gameBase}
    />,
  );

test("a milestone has its game's icon and leads to its page", () => {
  expect(html([milestone()])).toContain("https://media.test/Images/000042.png");
  expect(html([milestone()])).toContain('<a href="https://ra.test/game/42">Tin Moth</a>');
});

test("a game without a page is no link", () => {
  expect(html([milestone()], null)).not.toContain("<a ");
});

test("the great ones look it, in gold if they are gold", () => {
  expect(html([milestone()])).not.toContain("great");
  expect(html([milestone({ which: 100 })])).toMatch(/great.*gold/);
  expect(html([milestone({ which: 100, kind: "beaten-hardcore" })])).toMatch(/great/);
  expect(html([milestone({ which: 100, kind: "beaten-hardcore" })])).not.toMatch(/_gold_/);
});

test("eight are shown, older ones wait to be opened", () => {
  const milestones = Array.from({ length: 11 }, (_, which) => milestone({ which }));
  const [shown = "", older = ""] = html(milestones).split("<details");
  expect([shown.split("<li").length - 1, older.split("<li").length - 1]).toEqual([8, 3]);
  expect(older).toContain("3 older");
});
