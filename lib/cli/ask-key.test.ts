import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { hasKey } from "@/lib/retroachievements/with-key";
import { ensureKey } from "./ask-key";
import { written } from "./test-command";

/** A terminal on which somebody types. */
function terminal(typed: string) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  stdin.write(typed);
  return { stdin, stderr, shown: () => written(stderr) };
}

test("without a terminal, or if nothing is typed, there is no key", async () => {
  const { stdin, stderr } = terminal("typed-key\r");
  for (const one of [
    { stdin: new PassThrough(), stderr },
    { stdin, stderr: new PassThrough() },
    terminal("\r"),
    terminal("\u0003"),
  ]) {
    await expect(ensureKey(one)).rejects.toMatchObject({ exitCode: 3 });
  }
  expect(hasKey()).toBe(false);
});

test("a typed key is used, not shown, and not asked for again", async () => {
  const first = terminal(" typed-key\r");
  await ensureKey(first);
  expect(first.shown()).toBe("Web API key of RetroAchievements (not shown): \n");
  expect(hasKey()).toBe(true);
  const second = terminal("");
  await ensureKey(second);
  expect(second.shown()).toBe("");
});
