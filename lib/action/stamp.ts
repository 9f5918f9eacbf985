import { createHash } from "node:crypto";
import { drawCard } from "@/lib/cards/draw-card";
import { formatterOf } from "@/lib/cards/formatter";
import type { DrawnCard } from "@/lib/cli/draw-cards";

/** What a picture shows, as digests. It is written into the file, where the next run reads it. */
export interface Stamp {
  /** Of all that is drawn: numbers, texts, options, images by name. Dates do not count. */
  values: string;
  /** Of the images; null while one is missing. */
  images: string | null;
}

/** The stamp of a card. The same player gives the same one, whatever the day. */
export function stampOf({ url, data }: Pick<DrawnCard, "url" | "data">): Stamp {
  const { asked, format, scale } = url;
  const undated = { ...formatterOf(asked.options.locale), day: () => "–" };
  const drawing = drawCard(asked, { ...data, isDated: false, image: (path) => path }, undated);
  const images = asked.card.images(data, asked.options).map(data.image);
  return {
    values: digest(`${format} ${scale} ${drawing}`),
    images: images.includes(null) ? null : digest(images.join(" ")),
  };
}

/**
 * Whether a picture is to be replaced.
 *
 * @param before its stamp; null without one
 * @param now the stamp of the picture that would replace it: only for other values does it replace one that has all
 *   images by one that lacks some
 */
export function isOutdated(before: Stamp | null, now: Stamp): boolean {
  if (before?.values !== now.values) return true;
  return now.images !== null && now.images !== before.images;
}

/** A stamp as text: hexadecimal digits, or a hyphen while images are missing. */
export function stampText({ values, images }: Stamp): string {
  return `${values} ${images ?? "-"}`;
}

/** Reads {@link stampText}. */
export function readStampText(text: string): Stamp | null {
  const [, values, images] = /^([0-9a-f]+) ([0-9a-f]+|-)$/.exec(text) ?? [];
  if (values === undefined || images === undefined) return null;
  return { values, images: images === "-" ? null : images };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
