import { type ListedCard, readCardList } from "@/lib/cli/card-list";
import { usageError } from "@/lib/cli/failures";
import { isUser } from "@/lib/domain/user";
import type { RunnerEnv } from "@/lib/env";

/** A card of the list, and its file: below the workspace, with `/` between folders. */
export type ActionCard = ListedCard & { path: string };

/** The inputs of the action, checked. */
export interface ActionInputs {
  user: string;
  key: string;
  cards: ActionCard[];
  /** The branch to commit to; null if nothing is to be committed. */
  branch: string | null;
}

/**
 * Reads the inputs of the action.
 *
 * @throws CommandError in words, without the key
 */
export function readInputs(env: RunnerEnv): ActionInputs {
  const user = env.INPUT_USER.trim();
  if (!isUser(user)) {
    throw usageError(
      user === ""
        ? "The input “user” is empty: give your user name on RetroAchievements."
        : `The input “user” is “${user}”, which is no user name of RetroAchievements.`,
    );
  }
  const key = env.INPUT_KEY.trim();
  if (key === "") {
    throw usageError(
      "The input “key” is empty. Save your web API key of RetroAchievements as a secret of this repository, under the name that the workflow has after “secrets.”.",
    );
  }
  const cards = readCardList(env.INPUT_CARDS).map(inWorkspace);
  return { user, key, cards, branch: readCommit(env.INPUT_COMMIT) ? readBranch(env) : null };
}

function inWorkspace({ path, url }: ListedCard): ActionCard {
  if (path === null) throw usageError("A card has no file.");
  const folders = path.split("/");
  const isPlain = (name: string) => !["", ".", "..", ".git"].includes(name.toLowerCase());
  // Git's quoting is not needed for what is left.
  if (!folders.every(isPlain) || /[\p{Cc}"\\:]/u.test(path)) {
    throw usageError(
      `${path}: a file is inside the workspace, such as profile/summary.svg, with plain names.`,
    );
  }
  return { path, url };
}

/** A boolean as YAML has it. */
function readCommit(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === "" || value === "true") return true;
  if (value === "false") return false;
  throw usageError(`The input “commit” is “${text}”: it is true or false.`);
}

const BRANCH = "refs/heads/";

/** The branch of the input, or that of the run. */
function readBranch({ INPUT_BRANCH, GITHUB_REF }: RunnerEnv): string {
  const given = INPUT_BRANCH.trim();
  if (given !== "") return given;
  if (GITHUB_REF.startsWith(BRANCH)) return GITHUB_REF.slice(BRANCH.length);
  throw usageError(
    `This run is of ${GITHUB_REF || "no branch"}, so the input “branch” has to name the branch to commit to.`,
  );
}
