import { SharedCacheControls } from "next/dist/server/lib/incremental-cache/shared-cache-controls.external";
import { getRouteCacheKey } from "next/dist/server/lib/route-cache-key";
import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { boundPageLifetimes } from "./page-lifetimes";

test("the lifetimes of pages are an LRU cache", () => {
  boundPageLifetimes();
  const lifetimes = new SharedCacheControls({ routes: {}, dynamicRoutes: {} });
  const owner = { kind: "APP_PAGE", sourceRoute: "/user/[user]/page" } as Parameters<
    typeof getRouteCacheKey
  >[1];
  const path = (at: number) => `/user/${at}`;
  for (let at = 0; at <= LIMITS.pageLifetimes; at++) {
    lifetimes.set(getRouteCacheKey(path(at), owner), { revalidate: false, expire: at });
  }
  expect(lifetimes.get(path(0), owner)).toBeUndefined();
  expect(lifetimes.get(path(1), owner)).toEqual({ revalidate: false, expire: 1 });
  expect(lifetimes.get(path(LIMITS.pageLifetimes), owner)?.expire).toBe(LIMITS.pageLifetimes);
});
