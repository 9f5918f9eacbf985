import { expect, test } from "vitest";
import { conditionalResponse, entityTag, matchesEntityTag } from "./entity-tag";

const ask = (ifNoneMatch?: string) =>
  new Request("http://site.example/", {
    headers: ifNoneMatch ? { "If-None-Match": ifNoneMatch } : {},
  });

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

test("a caller who has the body gets 304 with the same headers and no body", async () => {
  const first = conditionalResponse(ask(), "body", { "Cache-Control": "public" });
  expect(first.status).toBe(200);
  const second = conditionalResponse(ask(first.headers.get("ETag") ?? ""), "body", {
    "Cache-Control": "public",
  });
  expect(second.status).toBe(304);
  expect(await second.text()).toBe("");
  expect(second.headers.get("Cache-Control")).toBe("public");
  expect(second.headers.get("ETag")).toBe(first.headers.get("ETag"));
});
