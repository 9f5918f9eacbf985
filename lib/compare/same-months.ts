import { type AwardMonth, monthAfter, monthsNamed } from "@/lib/progress/months";

/**
 * The award months of several players on one axis: each list has every month from the first award of any player to the
 * last, oldest first. Takes what `awardMonths` gives for each player. All lists are empty without a dated award.
 */
export function onSameMonths(players: readonly AwardMonth[][]): AwardMonth[][] {
  const ends = players.flatMap((months) =>
    [months[0], months.at(-1)].flatMap((each) => each ?? []),
  );
  const names = ends.map(({ month }) => month).sort();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return players.map(() => []);
  const axis: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) axis.push(month);
  return players.map((months) => monthsNamed(axis, months));
}
