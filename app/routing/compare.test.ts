import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));

test.each([
  ["/compare/LampLighter", ""],
  ["/compare/LampLighter/WeekendWilma", ""],
  ["/compare/LampLighter/WeekendWilma", "who=even"],
])("%s?%s has no days, so that a time zone makes no other page of it", async (path, search) => {
  const ask = async (parameters: string) =>
    proxy(new NextRequest(`http://site.example${path}?${parameters}`));
  const plain = await ask(search);
  expect(plain.status).toBe(200);
  for (const zone of ["Asia/Tokyo", "Asia/Calcutta", "UTC", "Nowhere"]) {
    const withZone = await ask(`${search}&tz=${zone}`);
    expect(withZone.status).toBe(200);
    expect(withZone.headers.get("ETag")).toBe(plain.headers.get("ETag"));
    expect(withZone.headers.get("x-middleware-rewrite")).toBe(
      plain.headers.get("x-middleware-rewrite"),
    );
  }
});
