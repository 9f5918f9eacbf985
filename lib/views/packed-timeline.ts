import type { AwardMonth } from "@/lib/progress/months";
import { packMonths, unpackMonths } from "./packed-figures";

/** Packs months that follow each other for the browser: React takes one text there faster than many values. */
export function packTimeline(months: readonly AwardMonth[]): string {
  return JSON.stringify([months[0]?.month ?? "", packMonths(months)]);
}

/** The months that {@link packTimeline} packed. */
export function unpackTimeline(packed: string): AwardMonth[] {
  const [first, columns]: [string, number[][]] = JSON.parse(packed);
  return unpackMonths(first, columns);
}
