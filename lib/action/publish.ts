import type { CardUrl } from "@/lib/cards/card-url";
import { CommandError, EXIT } from "@/lib/cli/failures";
import type { Branch } from "./branch";
import { GitError } from "./git";
import { isOutdated, type Stamp } from "./stamp";
import { stampIn } from "./stamped-file";

/** A picture as it is drawn now. */
export interface Picture {
  /** Below the workspace, with `/` between folders. */
  path: string;
  format: CardUrl["format"];
  /** With its stamp in it. */
  bytes: Uint8Array;
  stamp: Stamp;
}

/** How often a branch may move on while this run commits to it. */
const ATTEMPTS = 5;

/**
 * The pictures that are to replace files.
 *
 * @param read a file as it is; null if it is not there
 */
export async function outdatedOf(
  pictures: readonly Picture[],
  read: (path: string) => Promise<Uint8Array | null>,
): Promise<Picture[]> {
  const before = await Promise.all(pictures.map(({ path }) => read(path)));
  return pictures.filter(({ format, stamp }, at) => {
    const bytes = before[at];
    return isOutdated(bytes ? stampIn(bytes, format) : null, stamp);
  });
}

/**
 * Commits the pictures that show something new. If the branch moves on meanwhile, it compares and commits again.
 *
 * @returns the pictures of the commit; none if there is nothing to commit
 * @throws CommandError if the branch cannot be pushed to
 */
export async function publish(
  branch: Branch,
  pictures: readonly Picture[],
  message: string,
): Promise<Picture[]> {
  for (let attempt = 1; ; attempt++) {
    const tip = await branch.tip();
    const outdated = await outdatedOf(pictures, (path) => branch.read(tip, path));
    if (outdated.length === 0) return outdated;
    try {
      await branch.push(tip, outdated, message);
      return outdated;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      const hasMovedOn = (await branch.tip()) !== tip;
      if (!hasMovedOn || attempt === ATTEMPTS) throw pushError(error);
    }
  }
}

function pushError({ message }: GitError): CommandError {
  return new CommandError(
    EXIT.failed,
    `The pictures could not be pushed. The job needs “permissions: contents: write”, and a branch that takes commits without a pull request. ${message}`,
  );
}
