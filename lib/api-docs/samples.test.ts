import { expect, test } from "vitest";
import { API_ROUTES } from "./routes";
import { samples } from "./samples";

const SITE = "https://longplay.example";

test.each(API_ROUTES)("the samples of $path ask this site for the player", (route) => {
  const all = samples(route, SITE, "LampLighter");
  const names = all.map(({ name }) => name);
  expect(names[0]).toBe("curl");
  expect(new Set(names).size).toBe(names.length);
  for (const { text } of all) expect(text).toContain(SITE);
  expect(all[0]?.text).toContain(` "${SITE}${route.example("LampLighter")}"`);
});

const curlOf = (id: string) => {
  const route = API_ROUTES.find((each) => each.id === id);
  return route && samples(route, SITE, "LampLighter")[0]?.text;
};

test("curl sends a token only to routes that need one", () => {
  expect(curlOf("metrics")).toBe(
    `curl -H "Authorization: Bearer $METRICS_TOKEN" "${SITE}/api/metrics"`,
  );
  expect(curlOf("watch")).toBe(
    `curl -H "Authorization: Bearer $CRON_SECRET" "${SITE}/api/cron/watch"`,
  );
  expect(curlOf("summary")).toBe(`curl "${SITE}/api/v1/users/LampLighter/summary"`);
});

test("a route about two names both", () => {
  const route = API_ROUTES.find(({ isAboutTwo }) => isAboutTwo);
  const all = route ? samples(route, SITE, "LampLighter", "WeekendWilma") : [];
  expect(all.length).toBeGreaterThan(2);
  for (const { text } of all) expect(text).toContain("users=LampLighter,WeekendWilma");
});

test("routes of the official packages have samples with them", () => {
  const dropIn = API_ROUTES.find(({ id }) => id === "drop-in");
  const all = dropIn ? samples(dropIn, SITE, "LampLighter") : [];
  expect(all.map(({ name }) => name)).toEqual(["curl", "NodeJS", "fetch", "Kotlin"]);
  expect(all[1]?.text).toContain('from "@retroachievements/api"');
  expect(all[3]?.text).toContain(`"${SITE}/"`);
});
