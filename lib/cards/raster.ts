import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";

/**
 * Rasterises a card's SVG to PNG, `scale` times as large. The SVG must not contain CSS variables, which resvg does not
 * support. Runs in worker threads; the main thread only copies pixels, a millisecond or two.
 *
 * @throws Error for an invalid SVG
 */
export async function toPng(svg: string, scale: number): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false },
  });
  const { width, height, pixels } = image;
  // resvg would encode the PNG on the main thread. Its colours are premultiplied with alpha.
  return sharp(pixels, { raw: { width, height, channels: 4, premultiplied: true } })
    .png()
    .toBuffer();
}
