import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { imageOf } from "@/e2e/support/image";
import { portOf } from "@/e2e/support/port-of";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { drawAvatar, drawIcon } from "./demo/pixel-art";

const PATH = "/Images/000001.png";
const events = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => events.push(event) }));

beforeEach(() => {
  vi.stubEnv("RA_WEB_API_KEY", KEY);
  vi.stubEnv("RA_MEDIA_BASE_URL", standIn.mediaUrl);
  events.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The module as in a new process. */
const fetchImage = async (path: string) => (await import("./images")).fetchImage(path);
const upstream = (outcome: string) => ({
  type: "upstream",
  endpoint: "media",
  outcome,
  milliseconds: expect.any(Number),
});

test("an image comes unchanged from the media host, which does not get the key", async () => {
  expect(Buffer.compare(await fetchImage(PATH), imageOf(PATH))).toBe(0);
  expect(standIn.calls()).toMatchObject([{ path: PATH, params: {} }]);
  expect(events).toEqual([upstream("ok")]);
});

test("other paths are not requested", async () => {
  for (const path of ["/API/API_GetUserProfile.php", "//evil.example/Images/1.png", "/Images/1"]) {
    await expect(fetchImage(path), path).rejects.toThrow("not an image of RA's");
  }
  expect(standIn.calls()).toHaveLength(0);
});

test("an image is read up to its bound", async () => {
  standIn.fail("huge", { endpoint: "media" });
  await expect(fetchImage(PATH)).rejects.toMatchObject({ code: "invalid-response" });
  expect(events).toEqual([upstream("failed")]);
});

test("an image that the media host does not have is an error", async () => {
  standIn.fail("not-found", { endpoint: "media" });
  await expect(fetchImage(PATH)).rejects.toThrow("the media host answered 404");
  expect(events).toEqual([upstream("failed")]);
});

test("a redirect of the media host is not followed", async () => {
  let asked = 0;
  const elsewhere = createServer((_, response) => {
    asked++;
    response.writeHead(302, { Location: standIn.mediaUrl + PATH }).end();
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  vi.stubEnv("RA_MEDIA_BASE_URL", `http://127.0.0.1:${portOf(elsewhere)}`);
  await expect(fetchImage(PATH)).rejects.toThrow();
  expect([asked, standIn.calls().length]).toEqual([1, 0]);
  elsewhere.close();
});

test("an image times out after two seconds, and uses no HTTP cache", async () => {
  const timeout = vi.spyOn(AbortSignal, "timeout");
  const asked = vi.fn(async (_url: string, _init?: RequestInit) => new Response("image"));
  vi.stubGlobal("fetch", asked);
  await fetchImage(PATH);
  expect(timeout.mock.calls).toEqual([[2000]]);
  const signal = timeout.mock.results[0]?.value;
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ signal, cache: "no-store" });
});

test("a site without a key draws icons and avatars itself", async () => {
  vi.stubEnv("RA_WEB_API_KEY", "");
  expect(await fetchImage(PATH)).toEqual(await drawIcon(PATH.slice(1)));
  const avatar = "/UserPic/LampLighter.png";
  expect(await fetchImage(avatar)).toEqual(await drawAvatar(avatar.slice(1)));
  expect(standIn.calls()).toHaveLength(0);
});
