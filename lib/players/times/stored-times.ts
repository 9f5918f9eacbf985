import { z } from "zod";
import { splitColumns, withColumns } from "@/lib/players/filling/columns";
import { createSealed } from "@/lib/players/filling/sealed";
import { packTimes, unpackTimes } from "@/lib/times/pack-times";
import type { TimesHead, TimesPart } from "./times-head";

const number = z.number();
const totals = z.object({ points: number, achievements: number, hardcore: number });

const storedHead = z.object({
  startedAt: number,
  changes: number,
  source: z.enum(["v1", "v2"]).nullable(),
  readAt: number,
  refusedAt: number,
  checkedAt: number,
  totals,
  newestPlayedAt: number,
  newestUnlockAt: number,
} satisfies Record<Exclude<keyof TimesHead, "times">, z.ZodType>);

const storedPart = z.object({
  startedAt: number,
  stage: z.enum(["games", "sets", "points"]).nullable(),
  page: number,
  checkedAt: number,
  totals,
  newestPlayedAt: number,
  newestUnlockAt: number,
} satisfies Record<Exclude<keyof TimesPart, "times">, z.ZodType>);

/** A player's times: some 25 bytes a game, before base64. */
export const sealedHead = createSealed<TimesHead>(
  "lpth",
  ({ times, ...head }) => withColumns(head, packTimes(times)),
  {
    1: (bytes) => {
      const [head, columns] = splitColumns(bytes);
      return { ...storedHead.parse(head), times: unpackTimes(columns) };
    },
  },
);

/** What was read of them. */
export const sealedPart = createSealed<TimesPart>(
  "lptp",
  ({ times, ...part }) => withColumns(part, packTimes(times)),
  {
    1: (bytes) => {
      const [part, columns] = splitColumns(bytes);
      return { ...storedPart.parse(part), times: unpackTimes(columns) };
    },
  },
);
