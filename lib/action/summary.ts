import type { RunnerEnv } from "@/lib/env";

/** What the run's summary says. */
interface SummaryInput {
  user: string;
  /** The files of the pictures. */
  paths: readonly string[];
  /** Those of them that are new. */
  changed: readonly string[];
  /** The branch with the pictures; null if they were only written. */
  branch: string | null;
  /** Why nothing was drawn; null if all was. */
  trouble: string | null;
}

/** The run's summary as Markdown: it links the pictures. */
export function summaryOf(input: SummaryInput, env: RunnerEnv): string {
  const { user, paths, changed, branch, trouble } = input;
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const folder = branch && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${encodePath(branch)}`;
  const lines = paths.map((path) => {
    const name = `\`${path.replaceAll("`", "")}\``;
    const state = changed.includes(path) ? "updated" : "as before";
    return `- ${folder ? `[${name}](${folder}/${encodePath(path)})` : name}: ${state}`;
  });
  const why = trouble === null ? [] : [`${trouble} The pictures stay as they are.`, ""];
  return [`### Cards of ${user}`, "", ...why, ...lines, "", ""].join("\n");
}

/** A path in a URL that stands in parentheses. */
function encodePath(path: string): string {
  return path
    .split("/")
    .map((name) => encodeURIComponent(name).replaceAll("(", "%28").replaceAll(")", "%29"))
    .join("/");
}
