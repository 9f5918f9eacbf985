/** Enough for the scheduler to have given the processor to others in between. */
const SAMPLE_MS = 40;

/**
 * How many times longer than on an idle machine things take at the moment, at least 1: the time that
 * this process needs for some work by the clock, against what the processor needed for it. Bounds on
 * waiting are multiplied by it, so that they tell of the site and not of what else a machine does.
 */
export function slowDown(): number {
  const started = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  while (used < SAMPLE_MS) {
    const { user, system } = process.cpuUsage(before);
    used = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - started) / used);
}
