import pTimeout from "p-timeout";
import { LIMITS } from "@/lib/limits";
import { FolderProblem, type Level, needRoom, openLevel, problemOf } from "./level";
import { areMet, type Commit, type CommitResult, type Durability, type Store } from "./store";

/** How long a folder that could not be used is left alone. */
const REOPEN_MS = 30_000;

/** A store in a folder that only this process has open. All values are durable: it ignores expiries. */
export interface FolderStore extends Store {
  /** Opens the folder if it is not open, except within half a minute of a failure. @throws FolderProblem */
  open(): Promise<void>;
  /** Opens it too. @returns whether it was open at any time since the store was made */
  isThere(): Promise<boolean>;
  /** Removes deleted values from the disk. */
  compact(): Promise<void>;
  /** Finishes pending commits and releases the folder, until it is used again. */
  close(): Promise<void>;
}

interface PendingCommit {
  commit: Commit;
  resolve(result: CommitResult): void;
  reject(error: unknown): void;
}

/**
 * A store in a folder, by LevelDB: a value is on the disk when its write resolves. The folder is opened when it is
 * first needed. After a failed write there is none for half a minute, and then the database is opened again: LevelDB
 * appends after a torn record in its log, and would not read what follows it. Reads continue meanwhile.
 *
 * @param warn is called once with the reason why nothing is kept, in a sentence for the owner
 * @param now milliseconds since any fixed moment
 */
export function createFolderStore(
  folder: string,
  warn: (message: string) => void,
  now: () => number = () => performance.now(),
): FolderStore {
  let level: Level | undefined;
  let opening: Promise<Level> | undefined;
  let hasBeenOpen = false;
  let problem: FolderProblem | undefined;
  let reopenAt = Number.NEGATIVE_INFINITY;

  function fail(error: unknown): FolderProblem {
    const found = problemOf(folder, error);
    if (problem?.why !== found.why) warn(`${found.message} Until then no history is kept.`);
    problem = found;
    reopenAt = now() + REOPEN_MS;
    return found;
  }

  function reopen(before?: Level): Promise<Level> {
    level = undefined;
    opening = (async () => {
      try {
        await before?.close();
        level = await openLevel(folder);
        hasBeenOpen = true;
        problem = undefined;
        return level;
      } catch (error) {
        throw fail(error);
      } finally {
        opening = undefined;
      }
    })();
    // Callers that still wait get the error; there may be none left.
    opening.catch(() => undefined);
    return opening;
  }

  /** For reading, also after a failed write. @throws FolderProblem */
  async function opened(): Promise<Level> {
    if (level) return level;
    if (problem && now() < reopenAt) throw problem;
    const isOpen = opening ?? reopen();
    // A database that opens late is used from then on.
    return pTimeout(isOpen, { milliseconds: LIMITS.keptOpenMs }).catch((error) => {
      throw error === problem ? error : fail(error);
    });
  }

  /** @throws FolderProblem */
  async function writable(): Promise<Level> {
    if (!problem || !level) return opened();
    if (now() < reopenAt) throw problem;
    await needRoom(folder).catch((error) => {
      throw fail(error);
    });
    return reopen(level);
  }

  const pending: PendingCommit[] = [];
  let unfinished = 0;
  let writing: Promise<void> | undefined;

  /** Commits that arrived meanwhile share one batch: the disk is waited for once. */
  async function writeAll(): Promise<void> {
    while (pending.length > 0) {
      const some = pending.splice(0, LIMITS.keptWritesAtOnce);
      await writeBatch(some).catch((error) => {
        for (const { reject } of some) reject(error);
      });
      unfinished -= some.length;
    }
    writing = undefined;
  }

  async function writeBatch(commits: readonly PendingCommit[]): Promise<void> {
    const target = await writable();
    const changes = new Map<string, string | null>();
    const results = new Map<PendingCommit, CommitResult>();
    for (const each of commits) {
      try {
        results.set(each, await check(each.commit, target, changes));
      } catch (error) {
        each.reject(error);
      }
    }
    const batch = [...changes].map(([key, value]) =>
      value === null ? { type: "del" as const, key } : { type: "put" as const, key, value },
    );
    await target.batch(batch, { sync: true }).catch((error) => {
      throw fail(error);
    });
    for (const [{ resolve }, result] of results) resolve(result);
  }

  /** Adds what a commit writes to the changes of its batch, if its guards hold after those. */
  async function check(
    { guards, set = [], delete: deleted = [] }: Commit,
    target: Level,
    changes: Map<string, string | null>,
  ): Promise<CommitResult> {
    const stored = await read(() => target.getMany(guards.map(({ key }) => key)));
    const current = guards.map(({ key }, at) => {
      const changed = changes.get(key);
      return changed === undefined ? (stored[at] ?? null) : changed;
    });
    if (!areMet(guards, current)) return { done: false, current };
    for (const { key, value } of set) changes.set(key, value);
    for (const key of deleted) changes.set(key, null);
    return { done: true, current: [] };
  }

  function enqueue(commit: Commit): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      if (unfinished >= LIMITS.keptWritesWaiting) {
        return reject(new Error("Too many writes are waiting for the disk."));
      }
      unfinished++;
      pending.push({ commit, resolve, reject });
      writing ??= writeAll();
    });
  }

  let isDamageReported = false;

  async function read<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      if (!isDamageReported && isUnreadable(error)) {
        isDamageReported = true;
        warn(
          `Some of what is in ${folder} cannot be read: stop the site, copy the folder, run npm run history -- repair, and import a backup with --force.`,
        );
      }
      throw error;
    }
  }

  async function close(): Promise<void> {
    await writing;
    const last = opening ? await opening.catch(() => undefined) : level;
    level = undefined;
    await last?.close();
  }

  return {
    name: "embedded",
    async open() {
      await opened();
    },
    async isThere() {
      if (!hasBeenOpen) await opened().catch(() => undefined);
      return hasBeenOpen;
    },
    async durability(): Promise<Durability> {
      try {
        await opened();
      } catch (error) {
        return { kept: false, why: error instanceof FolderProblem ? error.why : "unusable" };
      }
      return problem ? { kept: false, why: problem.why } : { kept: true };
    },
    async time() {
      return null;
    },
    async get(key) {
      const level = await opened();
      return (await read(() => level.get(key))) ?? null;
    },
    async getMany(keys) {
      const level = await opened();
      return (await read(() => level.getMany(keys))).map((value) => value ?? null);
    },
    async set(key, value, ttlSeconds) {
      return (await enqueue({ guards: [], set: [{ key, value, ttlSeconds }] })).done;
    },
    commit: enqueue,
    async keys(prefix, cursor) {
      const range = {
        ...(cursor === null ? { gte: prefix } : { gt: cursor }),
        // Keys are ASCII: no key has this character after the prefix.
        lt: `${prefix}\u{ffff}`,
        limit: LIMITS.storeKeysAPage,
      };
      const level = await opened();
      const keys = await read(() => level.keys(range).all());
      const isFull = keys.length === LIMITS.storeKeysAPage;
      return { keys, cursor: isFull ? (keys.at(-1) ?? null) : null };
    },
    async compact() {
      const level = await opened();
      // LevelDB remembers the last key that it compacted: let that be this one.
      await level.put("~", "", { sync: true });
      await level.compactRange("\u0000", "\u{ffff}");
      await level.del("~", { sync: true });
      // Its list of files and its log name first and last keys. Opening the database rewrites the list, and keeps the
      // log for one more time.
      for (let times = 0; times < 2; times++) {
        await close();
        await opened();
      }
    },
    close,
  };
}

/** Whether an error is about the files, and not about a database that is being opened or closed. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  return error.code === "LEVEL_CORRUPTION" || error.code === "LEVEL_IO_ERROR";
}
