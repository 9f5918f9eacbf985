import { z } from "zod";

/** The option `count` of a card that lists things: a whole number from 1. */
export function countOption({ initial, max }: { initial: number; max: number }) {
  return {
    options: { count: z.coerce.number().int().min(1).max(max).default(initial) },
    optionsAbout: { count: "How many are shown" },
  };
}
