import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";

/**
 * A card's SVG as PNG, `scale` times as large. The SVG must hold no CSS variables: resvg knows none.
 * Drawn and packed by threads of their own; the main thread copies the pixels only, a millisecond or two.
 *
 * @throws Error for what is no SVG
 */
export async function toPng(svg: string, scale: number): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false },
  });
  const { width, height, pixels } = image;
  // resvg could pack them too, but on the main thread. Its colours are multiplied with their alpha.
  return sharp(pixels, { raw: { width, height, channels: 4, premultiplied: true } })
    .png()
    .toBuffer();
}
