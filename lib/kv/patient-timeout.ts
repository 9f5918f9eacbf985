/** At least this many turns of the event loop pass before the timeout, spread over its time. */
const TURNS = 10;

/**
 * A signal that aborts after a time in which this process was able to receive an answer. The time is counted in turns
 * of the event loop: a process that was blocked finds its timers overdue before it reads the answer that has arrived
 * meanwhile, and would blame the other side.
 *
 * @param milliseconds at least; longer by the time that the process is blocked
 */
export function patientTimeout(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const turnMs = milliseconds / TURNS;
  const start = performance.now();
  const wait = (turn: number) => {
    // A late turn shortens the next ones by half at most.
    const left = start + turn * turnMs - performance.now();
    setTimeout(end, Math.max(turnMs / 2, left), turn).unref();
  };
  const end = (turn: number) => {
    if (turn < TURNS) return wait(turn + 1);
    controller.abort(new DOMException("The store did not answer in time.", "TimeoutError"));
  };
  wait(1);
  return controller.signal;
}
