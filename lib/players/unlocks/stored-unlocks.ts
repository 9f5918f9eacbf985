import { z } from "zod";
import { splitColumns, withColumns } from "@/lib/players/filling/columns";
import { createSealed } from "@/lib/players/filling/sealed";
import type { Totals } from "@/lib/players/filling/totals";
import { packDaySums, unpackDaySums } from "@/lib/unlocks/day-sums";
import { packNames, packUnlocks, unpackNames, unpackUnlocks } from "@/lib/unlocks/pack-unlocks";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import type { FilledYear, UnlockHead } from "./unlock-head";

/** The unlocks of a year that is being read, as far as they are read. */
export interface Part {
  year: number;
  /** When reading it began, in epoch milliseconds. */
  startedAt: number;
  /** The second from which reading goes on, and the last one. */
  next: number;
  to: number;
  unlocks: readonly Unlock[];
}

const number = z.number();
const storedHead = z.object({
  startedAt: number,
  changes: number,
  readTo: number,
  firstYear: number,
  totals: z.object({
    points: number,
    achievements: number,
    hardcore: number,
  } satisfies Record<keyof Totals, z.ZodType>),
  missingPoints: number,
  isSuspect: z.boolean(),
  suspectSince: number,
  years: z.array(
    z.object({
      year: number,
      readAt: number,
      achievements: number,
      casual: number,
      isListed: z.boolean(),
      changedBy: number,
    } satisfies Record<keyof FilledYear, z.ZodType>),
  ),
} satisfies Record<Exclude<keyof UnlockHead, "sums">, z.ZodType>);

const storedPart = z.object({
  year: number,
  startedAt: number,
  next: number,
  to: number,
} satisfies Record<Exclude<keyof Part, "unlocks">, z.ZodType>);

/** Heads: some eight bytes a day with unlocks, before base64. */
export const sealedHead = createSealed<UnlockHead>(
  "lpuh",
  ({ sums, ...head }) => withColumns(head, packDaySums(sums)),
  {
    1: (bytes) => {
      const [head, columns] = splitColumns(bytes);
      return { ...storedHead.parse(head), sums: unpackDaySums(columns) };
    },
  },
);

/** The unlocks of a year: some six bytes each, before base64. */
export const sealedYear = createSealed<readonly Unlock[]>("lpuy", packUnlocks, {
  1: unpackUnlocks,
});

/** Titles and badges. */
export const sealedNames = createSealed<readonly UnlockName[]>("lpun", packNames, {
  1: unpackNames,
});

/** What was read of a year. */
export const sealedPart = createSealed<Part>(
  "lpup",
  ({ unlocks, ...part }) => withColumns(part, packUnlocks(unlocks)),
  {
    1: (bytes) => {
      const [part, columns] = splitColumns(bytes);
      return { ...storedPart.parse(part), unlocks: unpackUnlocks(columns) };
    },
  },
);
