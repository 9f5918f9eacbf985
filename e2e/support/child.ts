import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** A server process of the test run. */
export interface Child {
  /** Of the operating system; undefined if it never started. */
  pid: number | undefined;
  /** All that it wrote to stdout and stderr. */
  logs(): string;
  /** Resolves once `isReady` does with true. @throws with the logs if the process ends first or takes 60 s. */
  ready(isReady: () => Promise<boolean>): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /**
   * Waits until it has ended by itself.
   *
   * @param milliseconds how long; 60 s unless given
   * @returns its exit code; null if a signal ended it
   * @throws with the logs after that time
   */
  ended(milliseconds?: number): Promise<number | null>;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

/** Ends what still runs. */
const running = new Set<() => void>();
process.once("exit", () => {
  for (const kill of running) kill();
});

/** Starts a server process, in a folder or in this one's; it does not outlive this one. */
export function startChild(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  folder?: string,
): Child {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.once("error", (error) => output.push(error.message));

  const kill = () => child.kill("SIGKILL");
  running.add(kill);
  const closed = once(child, "close").catch(() => undefined);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || !child.pid;
  const logs = () => output.join("");

  return {
    pid: child.pid,
    logs,
    async ready(isReady) {
      for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
        if (await isReady().catch(() => false)) return;
        const problem = hasEnded() ? "ended" : Date.now() > deadline ? "is not ready" : undefined;
        if (problem) throw new Error(`${command} ${args.join(" ")} ${problem}:\n${logs()}`);
      }
    },
    signal(signal) {
      child.kill(signal);
    },
    async ended(milliseconds = 60_000) {
      const isClosed = await Promise.race([closed.then(() => true), sleep(milliseconds, false)]);
      if (!isClosed) {
        kill();
        throw new Error(`${command} ${args.join(" ")} does not end:\n${logs()}`);
      }
      running.delete(kill);
      return child.exitCode;
    },
    async stop() {
      running.delete(kill);
      if (hasEnded()) return;
      child.kill("SIGTERM");
      // A paused process reacts only to SIGKILL; next waits for open connections.
      const timer = setTimeout(kill, 3000);
      await closed;
      clearTimeout(timer);
    },
  };
}
