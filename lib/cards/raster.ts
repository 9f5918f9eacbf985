import { Resvg } from "@resvg/resvg-js";

/** A card's SVG as PNG, `scale` times as large. The SVG must hold no CSS variables: resvg knows none. */
export function toPng(svg: string, scale: number): Buffer {
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();
}
