import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The headers of a response, in a process with these settings. */
async function headersWith(settings: Record<string, string>): Promise<Headers> {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { setPageSecurity } = await import("./security-headers");
  const headers = new Headers();
  setPageSecurity(headers);
  return headers;
}

/** The directives of the policy by name, each with its sources. */
async function policyWith(settings: Record<string, string>): Promise<Record<string, string[]>> {
  const policy = (await headersWith(settings)).get("Content-Security-Policy") ?? "";
  return Object.fromEntries(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

test("a page may load its own scripts and styles, images of the media host, and nothing else", async () => {
  const media = { RA_WEB_API_KEY: "some-key", RA_MEDIA_BASE_URL: "https://media.example/path" };
  expect(await policyWith(media)).toEqual({
    "default-src": ["'none'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "script-src-attr": ["'none'"],
    "style-src": ["'self'"],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "https://media.example"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  });
});

test("a site that draws the images itself allows no other host", async () => {
  expect((await policyWith({}))["img-src"]).toEqual(["'self'", "data:"]);
});

test("only Next's development server may use eval and inline styles", async () => {
  expect(await policyWith({ NODE_ENV: "development" })).toMatchObject({
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
  });
});

test("a site behind HTTPS sends HSTS for a year, another does not", async () => {
  const transport = async (siteUrl: string) =>
    (await headersWith({ SITE_URL: siteUrl })).get("Strict-Transport-Security");
  expect(await transport("https://site.example")).toBe("max-age=31536000");
  expect(await transport("http://site.example")).toBeNull();
  expect(await transport("")).toBeNull();
});
