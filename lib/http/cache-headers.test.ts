import { expect, test } from "vitest";
import { cacheHeaders, pageCacheHeaders } from "./cache-headers";

const freshness = { freshSeconds: 300, staleSeconds: 1000 };

test("a player who was just loaded is cached for the whole fresh time", () => {
  expect(cacheHeaders({ state: "miss", ageSeconds: 0 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=300",
    "CDN-Cache-Control": "max-age=300, stale-while-revalidate=1000",
    "Cache-Status": "Longplay; fwd=miss; stored; detail=miss",
  });
});

test("an older one is cached for the rest of it", () => {
  expect(cacheHeaders({ state: "hit", ageSeconds: 120.5 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=180",
    "CDN-Cache-Control": "max-age=180, stale-while-revalidate=999",
    "Cache-Status": "Longplay; hit; ttl=180",
  });
});

test("a stale answer is fresh in caches for a second at most, and stale there for a minute", () => {
  expect(cacheHeaders({ state: "stale", ageSeconds: 700 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=1",
    "CDN-Cache-Control": "max-age=0, stale-while-revalidate=60",
    "Cache-Status": "Longplay; hit; ttl=-400; detail=stale",
  });
  expect(cacheHeaders({ state: "stale", ageSeconds: 1280 }, freshness)).toMatchObject({
    "CDN-Cache-Control": "max-age=0, stale-while-revalidate=20",
  });
});

test("a page that is not rendered yet has only headers that Next removes if it throws", () => {
  expect(pageCacheHeaders({ state: "hit", ageSeconds: 120.5 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=180",
    "Cache-Status": "Longplay; hit; ttl=180",
  });
});
