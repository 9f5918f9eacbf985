import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { BodyTooLarge, readForm } from "./request-form";

const FORM = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
function post(body: BodyInit | null, headers: Record<string, string> = FORM): Request {
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request("http://site.example/", init);
}

/** An endless body, and how much of it was read. */
function endless() {
  const chunk = new Uint8Array(1024).fill(97);
  const read = { bytes: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      read.bytes += chunk.length;
      controller.enqueue(chunk);
    },
    cancel() {
      read.isCancelled = true;
    },
  });
  return { stream, read };
}

test("the fields of a form are read, and none of another type", async () => {
  expect((await readForm(post("u=Somebody&c=5"))).get("u")).toBe("Somebody");
  expect((await readForm(post('{"u":"Somebody"}', { "Content-Type": "text/json" }))).size).toBe(0);
  expect((await readForm(post('{"u":"Somebody"}', { "Content-Type": "" }))).size).toBe(0);
  expect((await readForm(new Request("http://site.example/", { method: "POST" }))).size).toBe(0);
  const spaced = { "Content-Type": "Application/X-WWW-Form-Urlencoded ; charset=utf-8" };
  expect((await readForm(post("u=Somebody", spaced))).get("u")).toBe("Somebody");
});

test("the longest allowed body is read, one byte more is refused", async () => {
  const longest = `u=${"a".repeat(LIMITS.requestBodyBytes - 2)}`;
  for (const headers of [FORM, { ...FORM, "Content-Length": String(longest.length) }]) {
    expect((await readForm(post(longest, headers))).get("u")).toHaveLength(longest.length - 2);
  }
  await expect(readForm(post(`${longest}a`))).rejects.toThrow(BodyTooLarge);
  await expect(readForm(post(`${longest}a`))).rejects.toMatchObject({ code: "body-too-large" });
});

test("an endless body is cut off at the bound, whatever its type", async () => {
  for (const headers of [FORM, { "Content-Type": "text/plain" }]) {
    const { stream, read } = endless();
    await expect(readForm(post(stream, headers))).rejects.toThrow(BodyTooLarge);
    expect(read.bytes).toBeLessThanOrEqual(LIMITS.requestBodyBytes + 3 * 1024);
    expect(read.isCancelled).toBe(true);
  }
});

test("a body with too large a Content-Length is not read", async () => {
  const { stream, read } = endless();
  const request = post(stream, { ...FORM, "Content-Length": String(LIMITS.requestBodyBytes + 1) });
  await expect(readForm(request)).rejects.toThrow(BodyTooLarge);
  // A stream fetches its first chunk by itself.
  expect(read.bytes).toBeLessThanOrEqual(1024);
});
