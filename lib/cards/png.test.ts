import { beforeEach, expect, test, vi } from "vitest";
import { LIMITS } from "@/lib/limits";
import { TooManyDrawings } from "./drawing-queue";
import { readCard, wordsOf } from "./test-reader";

/** Drawings that were begun, in order; each ends when it is told to. */
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

/** As in a process that has drawn nothing yet. */
async function aNewProcess() {
  vi.resetModules();
  return import("./png");
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  begun = [];
});

test("the PNG that asks for a moment is drawn first and once, small and light", async () => {
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

test("it asks in the reader's language, once for all of its countries", async () => {
  const { busyPng } = await aNewProcess();
  const german = busyPng("de");
  expect(busyPng("de-AT")).toBe(german);
  expect(busyPng("ja")).not.toBe(german);
  await aMoment();
  expect(begun).toHaveLength(2);
  expect(wordsOf(readCard(begun[0]?.svg ?? ""))[0]).toBe("Einen Moment");
});

test("the PNG that asks for a moment is drawn again when it could not be drawn", async () => {
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

test("a few PNGs are drawn at once, some wait, and the next one is told to come back", async () => {
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
  // Of another copy of its class, as this module was loaded anew.
  expect(refused).toMatchObject({ code: new TooManyDrawings().code });
  for (let at = 0; at < room; at++) {
    begun[at + 1]?.end();
    await drawings[at];
    await aMoment();
  }
  expect(begun).toHaveLength(1 + room);
});
