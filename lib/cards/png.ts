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

/** One for each language that cards have words in. */
const busy = new Map<Words, Promise<Buffer>>();

/**
 * A small PNG that asks for a moment in a locale's words, for when others cannot be drawn; it is drawn once
 * in a process for each language.
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
 * An SVG as PNG, drawn in its turn. It must hold no CSS variables.
 *
 * @param locale whose words say that there is no time, if there is none
 * @throws TooManyDrawings when too many wait, Error for what is no SVG
 */
export async function drawPng(svg: string, scale: number, locale: string): Promise<Buffer> {
  // Before all others, so that it is there when it is needed.
  await busyPng(locale);
  return queue(svg, scale);
}
