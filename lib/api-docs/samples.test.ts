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
  expect(all[0]?.text).toBe(`curl "${SITE}${route.example("LampLighter")}"`);
});

test("what the official packages ask for is shown with them", () => {
  const dropIn = API_ROUTES.find(({ id }) => id === "drop-in");
  const all = dropIn ? samples(dropIn, SITE, "LampLighter") : [];
  expect(all.map(({ name }) => name)).toEqual(["curl", "NodeJS", "fetch", "Kotlin"]);
  expect(all[1]?.text).toContain('from "@retroachievements/api"');
  expect(all[3]?.text).toContain(`"${SITE}/"`);
});
