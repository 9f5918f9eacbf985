import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The tag of a page, as a site with these settings of its build and its owner sends it. */
async function tagWith(env: Record<string, string>, pathname = "/user/anybody@1"): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { show } = await import("./answers");
  const url = new URL("https://site.example/user/Anybody");
  const answer = await show(new Request(url), url, { pathname, search: "", headers: {} });
  vi.unstubAllEnvs();
  return answer.headers.get("ETag") ?? "";
}

test("a page's tag is another with each build, setting and version of the page", async () => {
  const env = { BUILD: "one", SITE_URL: "https://one.example" };
  const tag = await tagWith(env);
  expect(tag).toMatch(/^W\/".+"$/);
  expect(await tagWith(env)).toBe(tag);
  expect(await tagWith({ ...env, BUILD: "two" })).not.toBe(tag);
  expect(await tagWith({ ...env, SITE_URL: "https://two.example" })).not.toBe(tag);
  expect(await tagWith(env, "/user/anybody@2")).not.toBe(tag);
});

test("an error page has its status and headers even if the build's file is gone", async () => {
  vi.stubEnv("NODE_ENV", "production");
  vi.spyOn(process, "cwd").mockReturnValue("/nowhere");
  vi.resetModules();
  const { answerNotFound } = await import("./answers");
  const answer = await answerNotFound(new URL("https://site.example/user/Anybody"));
  expect(answer.status).toBe(404);
  expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(await answer.text()).toContain("This page is not available now.");
  vi.restoreAllMocks();
});
