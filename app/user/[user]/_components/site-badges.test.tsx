import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Badge } from "@/lib/domain/badge";
import { SiteBadges } from "./site-badges";
import { wordsOf } from "./test-library";

const MEDIA = "https://media.example";
const aBadge = (changed: Partial<Badge> = {}): Badge => ({
  ...{ kind: "event", title: "Relay", iconPath: "/Images/000001.png", at: 1_767_211_200 },
  ...changed,
});
const markupOf = (badges: Badge[]) =>
  renderToStaticMarkup(<SiteBadges badges={badges} mediaBase={MEDIA} />);

test("a badge is a small image with its name and date, loaded when it is near", () => {
  const markup = markupOf([aBadge({ title: 'A "relay"' })]);
  for (const attribute of [
    `src="${MEDIA}/Images/000001.png"`,
    'alt="A &quot;relay&quot;, Dec 31, 2025"',
    'title="A &quot;relay&quot;, Dec 31, 2025"',
    ...['width="32"', 'height="32"', 'loading="lazy"'],
  ]) {
    expect(markup).toContain(attribute);
  }
});

test("one without a picture is a word", () => {
  const markup = markupOf([aBadge({ kind: "site", title: "Patreon supporter", iconPath: null })]);
  expect(wordsOf(markup)).toBe("Patreon supporter");
  expect(markup).not.toContain("<img");
});

test("of many, twelve are shown with how many more there are; of none, nothing", () => {
  const many = (length: number) =>
    markupOf(Array.from({ length }, (_, at) => aBadge({ title: `Relay ${at}`, at })));
  expect(many(8).match(/<img/g)).toHaveLength(8);
  expect(many(8)).not.toContain("more");
  expect(many(1250).match(/<img/g)).toHaveLength(8);
  expect(wordsOf(many(1250))).toBe("and 1,242 more");
  expect(many(0)).toBe("");
});
