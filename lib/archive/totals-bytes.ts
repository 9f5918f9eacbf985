import { TOTALS, type Totals } from "@/lib/history/totals";
import type { ByteReader, ByteWriter } from "./bytes";

/** Encodes totals as differences from likely ones; null: from zero. */
export function writeTotals(totals: Totals, likely: Totals | null, writer: ByteWriter): void {
  for (const key of TOTALS) writer.signed(totals[key] - (likely?.[key] ?? 0));
}

/** Decodes what {@link writeTotals} wrote. */
export function readTotals(likely: Totals | null, reader: ByteReader): Totals {
  const read = TOTALS.map((key) => [key, (likely?.[key] ?? 0) + reader.signed()]);
  return Object.fromEntries(read) as Record<keyof Totals, number>;
}
