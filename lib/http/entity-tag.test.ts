import { expect, test } from "vitest";
import { entityTag, matchesEntityTag } from "./entity-tag";

test("equal bodies have equal tags, different ones different tags, and all are weak", () => {
  expect(entityTag("a")).toBe(entityTag("a"));
  expect(entityTag("a")).not.toBe(entityTag("b"));
  expect(entityTag("a")).toMatch(/^W\/"[\w-]{27}"$/);
});

test("a tag matches in a list, as a strong tag, and by a star", () => {
  const tag = entityTag("a");
  expect(matchesEntityTag(`"x", ${tag}`, tag)).toBe(true);
  expect(matchesEntityTag(tag.slice(2), tag)).toBe(true);
  expect(matchesEntityTag("*", tag)).toBe(true);
  expect(matchesEntityTag(" * ", tag)).toBe(true);
  expect(matchesEntityTag('"aW/b"', 'W/"ab"')).toBe(false);
  expect(matchesEntityTag('"x"', tag)).toBe(false);
  expect(matchesEntityTag(null, tag)).toBe(false);
});
