import type { Writable } from "node:stream";
import { drawCards } from "@/lib/cli/draw-cards";
import { CommandError, EXIT } from "@/lib/cli/failures";
import type { RunnerEnv } from "@/lib/env";
import { createKeyedClient, takeTypedKey } from "@/lib/retroachievements/with-key";
import { openBranch } from "./branch";
import { gitIn } from "./git";
import { type ActionInputs, readInputs } from "./inputs";
import { outdatedOf, type Picture, publish } from "./publish";
import { addSummary, setOutput, writeCommand } from "./runner";
import { stampOf } from "./stamp";
import { withStamp } from "./stamped-file";
import { summaryOf } from "./summary";
import { readInside, writeInside } from "./workspace";

/** Runs the action, and gives its exit code. Never throws. */
export async function runAction(env: RunnerEnv, stdout: Writable): Promise<0 | 1> {
  try {
    const key = env.INPUT_KEY.trim();
    if (key !== "") writeCommand(stdout, "add-mask", key);
    await run(readInputs(env), env, stdout);
    return 0;
  } catch (error) {
    writeCommand(stdout, "error", error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function run(inputs: ActionInputs, env: RunnerEnv, stdout: Writable): Promise<void> {
  const { user, key, cards, branch } = inputs;
  const paths = cards.map(({ path }) => path);
  // Before RA is asked: a path that is refused costs it nothing.
  for (const path of paths) readInside(env.GITHUB_WORKSPACE, path);
  takeTypedKey(key);
  let trouble: string | null = null;
  const pictures = await draw(inputs, stdout).catch((error: unknown) => {
    if (!(error instanceof CommandError && error.exitCode === EXIT.unreachable)) throw error;
    trouble = error.message;
    writeCommand(stdout, "warning", `${trouble} The pictures stay as they are.`);
    return [];
  });
  const changed = pictures.length === 0 ? [] : await save(pictures, inputs, env.GITHUB_WORKSPACE);
  setOutput(env.GITHUB_OUTPUT, "changed", String(changed.length > 0));
  setOutput(env.GITHUB_OUTPUT, "paths", changed.join("\n"));
  addSummary(env.GITHUB_STEP_SUMMARY, summaryOf({ user, paths, changed, branch, trouble }, env));
}

async function draw({ user, cards }: ActionInputs, stdout: Writable): Promise<Picture[]> {
  const progress = (text: string) => stdout.write(`${text}\n`);
  const drawn = await drawCards(createKeyedClient("action"), user, cards, progress);
  if (drawn.missingImages > 0) {
    const them = drawn.missingImages === 1 ? "1 image" : `${drawn.missingImages} images`;
    writeCommand(stdout, "warning", `${them} could not be embedded.`);
  }
  return drawn.cards.map((card, at) => {
    const stamp = stampOf(card);
    const { format } = card.url;
    return {
      path: cards[at]?.path ?? "",
      format,
      stamp,
      bytes: withStamp(card.bytes, format, stamp),
    };
  });
}

/** Commits if there is a branch, and writes. @returns the paths that have changed */
async function save(
  pictures: readonly Picture[],
  { user, branch }: ActionInputs,
  workspace: string,
): Promise<string[]> {
  const changed =
    branch === null
      ? await outdatedOf(pictures, async (path) => readInside(workspace, path))
      : await publish(
          await openBranch(gitIn(workspace), branch),
          pictures,
          `Update cards of ${user} on RetroAchievements`,
        );
  for (const { path, bytes } of changed) writeInside(workspace, path, bytes);
  return changed.map(({ path }) => path);
}
