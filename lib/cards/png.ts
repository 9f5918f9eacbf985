import { LIMITS } from "@/lib/limits";
import { drawMessage, readCardRequest } from "./card";
import { createDrawingQueue } from "./drawing-queue";
import { MOMENT } from "./message";
import { toPng } from "./raster";
import { signature } from "./signature";

const queue = createDrawingQueue({
  draw: toPng,
  atOnce: LIMITS.pngsDrawnAtOnce,
  waiting: LIMITS.pngsWaiting,
});

let busy: Promise<Buffer> | undefined;

/** A small PNG that asks for a moment, for when others cannot be drawn; it is drawn once in a process. */
export function busyPng(): Promise<Buffer> {
  busy ??= drawBusy().catch((error) => {
    busy = undefined;
    throw error;
  });
  return busy;
}

function drawBusy(): Promise<Buffer> {
  const request = readCardRequest(signature, new URLSearchParams("theme=light"));
  return toPng(drawMessage(request, MOMENT.title, MOMENT.text), 1);
}

/**
 * An SVG as PNG, drawn in its turn. It must hold no CSS variables.
 *
 * @throws TooManyDrawings when too many wait, Error for what is no SVG
 */
export async function drawPng(svg: string, scale: number): Promise<Buffer> {
  // Before all others, so that it is there when it is needed.
  await busyPng();
  return queue(svg, scale);
}
