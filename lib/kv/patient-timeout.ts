/** Turns of the event loop that an answer has at least, spread over its time. */
const TURNS = 10;

/**
 * A signal that aborts after some time in which this process was able to receive an answer. The time is counted in
 * turns of the event loop: a process that stood still finds its timers overdue before it reads what has arrived
 * meanwhile, and would blame the other side.
 *
 * @param milliseconds at least; longer by as long as the process stands still
 */
export function patientTimeout(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const turnMs = milliseconds / TURNS;
  const start = performance.now();
  const wait = (turn: number) => {
    // A turn that comes late shortens the next ones by half at most.
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
