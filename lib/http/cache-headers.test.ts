import { expect, test } from "vitest";
import { cacheHeaders, pageCacheHeaders } from "./cache-headers";

const freshness = { freshSeconds: 300, staleSeconds: 1000 };

test("what was just loaded may be kept for the whole fresh time", () => {
  expect(cacheHeaders({ state: "miss", ageSeconds: 0 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=300",
    "CDN-Cache-Control": "max-age=300, stale-while-revalidate=1000",
    "Cache-Status": "Longplay; fwd=miss; stored; detail=miss",
  });
});

test("what is older may be kept for what is left of it", () => {
  expect(cacheHeaders({ state: "hit", ageSeconds: 120.5 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=180",
    "CDN-Cache-Control": "max-age=180, stale-while-revalidate=999",
    "Cache-Status": "Longplay; hit; ttl=180",
  });
});

test("what is stale is fresh elsewhere for no more than a second, and not shown there for long", () => {
  expect(cacheHeaders({ state: "stale", ageSeconds: 700 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=1",
    "CDN-Cache-Control": "max-age=0, stale-while-revalidate=60",
    "Cache-Status": "Longplay; hit; ttl=-400; detail=stale",
  });
  expect(cacheHeaders({ state: "stale", ageSeconds: 1280 }, freshness)).toMatchObject({
    "CDN-Cache-Control": "max-age=0, stale-while-revalidate=20",
  });
});

test("a page that is still to be rendered says nothing that Next would not take back", () => {
  expect(pageCacheHeaders({ state: "hit", ageSeconds: 120.5 }, freshness)).toEqual({
    "Cache-Control": "public, max-age=0, s-maxage=180",
    "Cache-Status": "Longplay; hit; ttl=180",
  });
});
