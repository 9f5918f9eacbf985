import { LIMITS } from "@/lib/limits";
import { readCardRequest } from "./card-request";
import { drawMessage } from "./draw-card";
import { createDrawingQueue } from "./drawing-queue";
import { toPng } from "./raster";
import { signature } from "./signature";
import { type Words, wordsFor } from "./words";

const queue = createDrawingQueue({
  draw: toPng,
  atOnce: LIMITS.pngsDrawnAtOnce,
  waiting: LIMITS.pngsWaiting,
});

/** One per language. */
const busy = new Map<Words, Promise<Buffer>>();

/**
 * A small PNG with the message "one moment" for when the queue is full. Drawn once per process and language.
 */
export function busyPng(locale: string): Promise<Buffer> {
  const words = wordsFor(locale);
  let drawing = busy.get(words);
  if (!drawing) {
    drawing = drawBusy(words).catch((error) => {
      busy.delete(words);
      throw error;
    });
    busy.set(words, drawing);
  }
  return drawing;
}

function drawBusy({ messages: { moment } }: Words): Promise<Buffer> {
  const request = readCardRequest(signature, new URLSearchParams("theme=light"));
  return toPng(drawMessage(request, moment.title, moment.text), 1);
}

/**
 * Rasterises an SVG to PNG through the queue. The SVG must not contain CSS variables.
 *
 * @param locale of the message that is drawn in advance
 * @throws TooManyDrawings when the queue is full, Error for an invalid SVG
 */
export async function drawPng(svg: string, scale: number, locale: string): Promise<Buffer> {
  // Draw the busy message first, so that it exists when it is needed.
  await busyPng(locale);
  return queue(svg, scale);
}
