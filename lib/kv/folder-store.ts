import pTimeout from "p-timeout";
import { LIMITS } from "@/lib/limits";
import { FolderProblem, type Level, needRoom, openLevel, problemOf } from "./level";
import type { Exchange, Keeping, Store } from "./store";

/** How long a folder that could not be used is left alone. */
const AGAIN_MS = 30_000;

/** A store in a folder of this process's own: all of it is kept, and an expiry means nothing to it. */
export interface FolderStore extends Store {
  /** Opens the folder if it is not open, but for half a minute after that failed. @throws FolderProblem */
  open(): Promise<void>;
  /** Opens it too. @returns whether it was open at any time since the store was made */
  isThere(): Promise<boolean>;
  /** Takes from the disk what is not there any more. */
  compact(): Promise<void>;
  /** Ends what is under way and lets go of the folder, until it is used again. */
  close(): Promise<void>;
}

interface Write {
  key: string;
  /** null: the key goes. */
  value: string | null;
  done(): void;
  failed(error: unknown): void;
}

/**
 * A store whose values are in a folder, by LevelDB: each is on the disk when it counts as written. The folder is
 * opened when it is first needed. When a write has failed, none is tried for half a minute, and then the database is
 * opened again: LevelDB goes on after half a line in its log, and would not read what stands behind it. What can be
 * read is read meanwhile.
 *
 * @param warn is told, once, why nothing is kept, in a sentence for the owner
 * @param now milliseconds since some moment
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
  let againAt = Number.NEGATIVE_INFINITY;

  function fail(error: unknown): FolderProblem {
    const found = problemOf(folder, error);
    if (problem?.why !== found.why) warn(`${found.message} Until then no history is kept.`);
    problem = found;
    againAt = now() + AGAIN_MS;
    return found;
  }

  function begin(before?: Level): Promise<Level> {
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
    // Whoever waits for it is told; there may be nobody any more.
    opening.catch(() => undefined);
    return opening;
  }

  /** For reading: also when writing has failed. @throws FolderProblem */
  async function opened(): Promise<Level> {
    if (level) return level;
    if (problem && now() < againAt) throw problem;
    const isOpen = opening ?? begin();
    // What is late is used when it comes.
    return pTimeout(isOpen, { milliseconds: LIMITS.keptOpenMs }).catch((error) => {
      throw error === problem ? error : fail(error);
    });
  }

  /** @throws FolderProblem */
  async function writable(): Promise<Level> {
    if (!problem || !level) return opened();
    if (now() < againAt) throw problem;
    await needRoom(folder).catch((error) => {
      throw fail(error);
    });
    return begin(level);
  }

  // Writes that came meanwhile go to the disk together: it is waited for once.
  const waiting: Write[] = [];
  let isWriting = false;
  let unfinished = 0;

  async function writeAll(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const some = waiting.splice(0, LIMITS.keptWritesAtOnce);
      try {
        const target = await writable();
        await target
          .batch(
            some.map(({ key, value }) =>
              value === null ? { type: "del", key } : { type: "put", key, value },
            ),
            { sync: true },
          )
          .catch((error) => {
            throw fail(error);
          });
        for (const { done } of some) done();
      } catch (error) {
        for (const { failed } of some) failed(error);
      }
    }
    isWriting = false;
  }

  function write(key: string, value: string | null): Promise<void> {
    return new Promise((done, failed) => {
      waiting.push({ key, value, done, failed });
      void writeAll();
    });
  }

  const turns = new Map<string, Promise<void>>();

  /** Runs after all that was to be done with the same key. @throws what it throws; Error if too much waits */
  async function inTurn<Result>(key: string, run: () => Promise<Result>): Promise<Result> {
    if (unfinished >= LIMITS.keptWritesWaiting) {
      throw new Error("Too much waits for the disk.");
    }
    unfinished++;
    const before = turns.get(key);
    const result = (async () => {
      await before;
      return run();
    })();
    const turn = result.then(
      () => undefined,
      () => undefined,
    );
    turns.set(key, turn);
    try {
      return await result;
    } finally {
      unfinished--;
      if (turns.get(key) === turn) turns.delete(key);
    }
  }

  let isDamageTold = false;

  async function read<Result>(from: (level: Level) => Promise<Result>): Promise<Result> {
    const level = await opened();
    try {
      return await from(level);
    } catch (error) {
      if (!isDamageTold && isUnreadable(error)) {
        isDamageTold = true;
        warn(
          `Some of what is in ${folder} cannot be read: stop the site, copy the folder, run npm run history -- repair, and import a backup with --force.`,
        );
      }
      throw error;
    }
  }

  const get = (key: string) => read(async (level) => (await level.get(key)) ?? null);
  // No other process has the folder, and no process writes such a key besides others: two steps are enough.
  const isThere = async (key: string | undefined) => key !== undefined && (await get(key)) !== null;

  async function close(): Promise<void> {
    await Promise.all(turns.values());
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
    async keeps(): Promise<Keeping> {
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
    get,
    getMany: (keys) =>
      read(async (level) => (await level.getMany(keys)).map((value) => value ?? null)),
    set(key, value, _ttlSeconds, unless) {
      return inTurn(key, async () => {
        if (await isThere(unless)) return false;
        await write(key, value);
        return true;
      });
    },
    compareAndSet(key, expected, value, _ttlSeconds, unless): Promise<Exchange> {
      return inTurn(key, async () => {
        const current = await get(key);
        if (await isThere(unless)) return { done: false, current, isRefused: true };
        if (current !== expected) return { done: false, current };
        await write(key, value);
        return { done: true, current: value };
      });
    },
    async keys(prefix, cursor) {
      const range = {
        ...(cursor === null ? { gte: prefix } : { gt: cursor }),
        // Keys are ASCII: none has this after the prefix.
        lt: `${prefix}\u{ffff}`,
        limit: LIMITS.storeKeysAPage,
      };
      const keys = await read((level) => level.keys(range).all());
      const isFull = keys.length === LIMITS.storeKeysAPage;
      return { keys, cursor: isFull ? (keys.at(-1) ?? null) : null };
    },
    async compact() {
      const level = await opened();
      // LevelDB remembers the last key that it compacted: it is to be this one.
      await level.put("~", "", { sync: true });
      await level.compactRange("\u0000", "\u{ffff}");
      await level.del("~", { sync: true });
      // Its list of files and its log name first and last keys. The one is written anew when the database is opened,
      // and the other is kept for one more time.
      for (let times = 0; times < 2; times++) {
        await close();
        await opened();
      }
    },
    close,
  };
}

/** Whether an error is about the files, and not about a database that is just being opened or closed. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  return error.code === "LEVEL_CORRUPTION" || error.code === "LEVEL_IO_ERROR";
}
