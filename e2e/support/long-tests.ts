/** Whether `npm run test:long` runs. */
export const IS_LONG = process.env.LONG_TESTS === "1";

/** How many runs a fuzz test gets: few by default, a hundred times as many in long tests. */
export function fuzzRuns(usual: number): number {
  return IS_LONG ? usual * 100 : usual;
}
