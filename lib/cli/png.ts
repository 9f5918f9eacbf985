import { readFile } from "node:fs/promises";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

let ready: Promise<void> | undefined;

/**
 * Rasterises a card's SVG to PNG, `scale` times as large. The SVG must not contain CSS variables.
 *
 * @param wasm path of resvg's WebAssembly
 * @throws Error for an invalid SVG
 */
export async function toPng(svg: string, scale: number, wasm: string): Promise<Uint8Array> {
  ready ??= initWasm(readFile(wasm));
  await ready;
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false },
  });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}
