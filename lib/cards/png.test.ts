import { beforeEach, expect, test, vi } from "vitest";
import { LIMITS } from "@/lib/limits";
import { TooManyDrawings } from "./drawing-queue";
import { readCard, wordsOf } from "./test-reader";

/** Started drawings in order; each ends on demand. */
let begun: { svg: string; scale: number; end: () => void; fail: () => void }[] = [];

vi.mock("./raster", () => ({
  toPng: (svg: string, scale: number) =>
    new Promise((resolve, reject) => {
      begun.push({
        svg,
        scale,
        end: () => resolve(Buffer.from(`${scale} ${svg}`)),
        fail: () => reject(new Error("no memory")),
      });
    }),
}));

/** A fresh copy of the module. */
async function aNewProcess() {
  vi.resetModules();
  return import("./png");
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  begun = [];
});

test("the busy PNG is drawn first, once, and is small", async () => {
  const { busyPng, drawPng } = await aNewProcess();
  const drawing = drawPng("a", 3, "en");
  await aMoment();
  expect(begun).toHaveLength(1);
  const [busy] = begun;
  const card = readCard(busy?.svg ?? "");
  expect(busy?.scale).toBe(1);
  expect(card).toMatchObject({ width: 468, height: 60, style: "" });
  expect(wordsOf(card)[0]).toBe("One moment");
  busy?.end();
  await aMoment();
  expect(begun[1]).toMatchObject({ svg: "a", scale: 3 });
  begun[1]?.end();
  expect(String(await drawing)).toBe("3 a");
  expect(await busyPng("en")).toBe(await busyPng("en"));
  expect(begun).toHaveLength(2);
});

test("the busy PNG is drawn once per language", async () => {
  const { busyPng } = await aNewProcess();
  const german = busyPng("de");
  expect(busyPng("de-AT")).toBe(german);
  expect(busyPng("ja")).not.toBe(german);
  await aMoment();
  expect(begun).toHaveLength(2);
  expect(wordsOf(readCard(begun[0]?.svg ?? ""))[0]).toBe("Einen Moment");
});

test("a failed busy PNG is drawn again", async () => {
  const { busyPng } = await aNewProcess();
  const failing = busyPng("en");
  await aMoment();
  begun[0]?.fail();
  await expect(failing).rejects.toThrow("no memory");
  const again = busyPng("en");
  await aMoment();
  begun[1]?.end();
  expect((await again).length).toBeGreaterThan(100);
});

test("a few PNGs are drawn concurrently, some wait, and the next one is refused", async () => {
  const { busyPng, drawPng } = await aNewProcess();
  const busy = busyPng("en");
  await aMoment();
  begun[0]?.end();
  await busy;
  const room = LIMITS.pngsDrawnAtOnce + LIMITS.pngsWaiting;
  const drawings = Array.from({ length: room }, (_, at) => drawPng(String(at), 1, "en"));
  await aMoment();
  expect(begun).toHaveLength(1 + LIMITS.pngsDrawnAtOnce);
  const refused = await drawPng("one more", 1, "en").catch((error) => error);
  // The module was reloaded, so its error class is another copy.
  expect(refused).toMatchObject({ code: new TooManyDrawings().code });
  for (let at = 0; at < room; at++) {
    begun[at + 1]?.end();
    await drawings[at];
    await aMoment();
  }
  expect(begun).toHaveLength(1 + room);
});
