import { CommandError, EXIT } from "@/lib/cli/failures";
import type { Git } from "./git";

/** A file to commit. */
export interface BranchFile {
  /** Below the repository, with `/` between folders; neither quotes nor control characters. */
  path: string;
  bytes: Uint8Array;
}

/** A branch of the remote `origin`, whether or not it is checked out. */
export interface Branch {
  /** Its newest commit, which is fetched if it is not here; null if there is no such branch. */
  tip: () => Promise<string | null>;
  /** A file in a commit; null if it is not there. */
  read: (tip: string | null, path: string) => Promise<Uint8Array | null>;
  /**
   * Commits files on top of a commit, and pushes. Neither the folder nor its index change.
   *
   * @throws GitError, for one, if the branch has moved on
   */
  push: (tip: string | null, files: readonly BranchFile[], message: string) => Promise<void>;
}

const REMOTE = "origin";
/** Where the commit is until it is pushed. */
const OWN_REF = "refs/longplay/cards";
const AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

/** @throws CommandError if the folder is no git repository, or the name is none for a branch */
export async function openBranch(git: Git, name: string): Promise<Branch> {
  const ref = `refs/heads/${name}`;
  await git(["rev-parse", "--git-dir"]).catch(() => {
    throw new CommandError(
      EXIT.usage,
      "The workspace is no git repository. Put a step with actions/checkout before this one.",
    );
  });
  await git(["check-ref-format", ref]).catch(() => {
    throw new CommandError(EXIT.usage, `“${name}” is no name of a branch.`);
  });
  const text = async (args: readonly string[]) => (await git(args)).toString().trim();
  const has = (object: string) =>
    git(["cat-file", "-e", object]).then(
      () => true,
      () => false,
    );

  return {
    async tip() {
      const [remote = ""] = (await text(["ls-remote", REMOTE, ref])).split("\t");
      if (remote === "") return null;
      if (await has(`${remote}^{commit}`)) return remote;
      // Without a depth, a shallow clone would get the branch's whole history; with one, a full clone would lose its own.
      const isShallow = (await text(["rev-parse", "--is-shallow-repository"])) === "true";
      await git(["fetch", "--no-tags", ...(isShallow ? ["--depth=1"] : []), REMOTE, ref]);
      return text(["rev-parse", "FETCH_HEAD"]);
    },
    async read(tip, path) {
      const object = `${tip}:${path}`;
      return tip !== null && (await has(object)) ? git(["cat-file", "blob", object]) : null;
    },
    async push(tip, files, message) {
      // One process and no index: the commit has these files, and whatever else the branch has.
      await git(
        ["fast-import", "--quiet", "--force", "--date-format=now"],
        stream(tip, files, message),
      );
      await git(["push", REMOTE, `${OWN_REF}:${ref}`]);
    },
  };
}

/** The input of `git fast-import`. */
function stream(tip: string | null, files: readonly BranchFile[], message: string): Buffer {
  const data = (bytes: Uint8Array) => [
    Buffer.from(`data ${bytes.length}\n`),
    bytes,
    Buffer.from("\n"),
  ];
  return Buffer.concat([
    Buffer.from(`commit ${OWN_REF}\ncommitter ${AUTHOR} now\n`),
    ...data(Buffer.from(message)),
    Buffer.from(tip === null ? "" : `from ${tip}\n`),
    ...files.flatMap(({ path, bytes }) => [
      Buffer.from(`M 100644 inline ${path}\n`),
      ...data(bytes),
    ]),
    Buffer.from("done\n"),
  ]);
}
