import type { ActiveDays } from "@/lib/progress/active-days";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const UNKNOWN = "-";

/** Packs days for the browser: React takes one text there faster than hundreds of numbers, most of which are one digit. */
export function packDays({ firstDay, counts, achievements }: ActiveDays): string {
  // Where achievements are known on every day, games are not counted.
  const games = counts.some((count) => count > 0) || !achievements ? counts : [];
  return [firstDay, packNumbers(games), packNumbers(achievements ?? [])].join(" ");
}

/** The days that {@link packDays} packed. */
export function unpackDays(packed: string): ActiveDays {
  const [firstDay = "", games = "", won = ""] = packed.split(" ");
  const achievements = unpackNumbers(won);
  const counts = unpackNumbers(games).map((count) => count ?? 0);
  return {
    firstDay,
    counts: games === "" ? achievements.map(() => 0) : counts,
    ...(won !== "" && { achievements }),
  };
}

/** One digit a number; a larger one is in brackets. */
function packNumbers(numbers: readonly (number | null)[]): string {
  return numbers
    .map((number) => (number === null ? UNKNOWN : (DIGITS[number] ?? `(${number})`)))
    .join("");
}

function unpackNumbers(packed: string): (number | null)[] {
  return [...packed.matchAll(/\((\d+)\)|(.)/g)].map(([, large, digit = ""]) => {
    if (large) return Number(large);
    return digit === UNKNOWN ? null : DIGITS.indexOf(digit);
  });
}
