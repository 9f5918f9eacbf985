import type { Mark, ReadCard } from "./test-reader";

const rounded = (value: number) => Math.round(value * 100) / 100;

/** A card as lines of text for golden files, one per mark. */
export function asLines({ marks, ...card }: ReadCard): string[] {
  const { width, height, title, description, comment } = card;
  return [
    `card ${width}×${height} "${title}": ${description}${comment && ` (${comment})`}`,
    ...marks.map((mark) => asLine(mark).replaceAll("zM", "z\n  M")),
  ];
}

function asLine(mark: Mark): string {
  const place = `${mark.kind} ${"x" in mark ? `${mark.x},${mark.y} ` : ""}`;
  const edge = "edge" in mark && mark.edge !== "" ? ` edge ${mark.edge}` : "";
  const corner = "radius" in mark && mark.radius !== 0 ? ` radius ${mark.radius}` : "";
  const size = "height" in mark ? `${mark.width}×${mark.height}` : "";
  switch (mark.kind) {
    case "text": {
      const { text, x, width, size: points, face, fill } = mark;
      return `${place}to ${rounded(x + width)} "${text}" ${face} ${rounded(points)} ${fill}`;
    }
    case "bar": {
      const parts = mark.parts.map((part) => `${part.x}+${part.width} ${part.fill}`);
      return `${place}${size}${corner}: ${parts.join(", ")}`;
    }
    case "rect":
      return `${place}${size}${corner} ${mark.fill}${edge}`;
    case "image":
      return `${place}${size}${corner} ${mark.source}`;
    case "circle":
      return `${place}radius ${mark.radius} ${mark.fill}${edge}`;
    case "path":
      return `${place}${mark.fill}${edge} ${mark.transform}${mark.d}`;
  }
}
