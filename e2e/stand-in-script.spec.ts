import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import getPort from "get-port";
import { expect, test } from "./support/fixtures";

const SCRIPT = fileURLToPath(new URL("../scripts/stand-in.mjs", import.meta.url));

test("npm run stand-in answers as RetroAchievements does, and fails when a line says so", async () => {
  const port = await getPort();
  const child = spawn(process.execPath, [SCRIPT], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error("The stand-in has ended.");
        const found = pattern.exec(value);
        if (found) return found;
      }
    };
    const [, key = ""] = await until(/RA_WEB_API_KEY=(\S+)/);
    await until(/Ctrl-C/);
    const status = async (user: string) => {
      const query = new URLSearchParams({ y: key, u: user });
      const response = await fetch(`http://127.0.0.1:${port}/API/API_GetUserProfile.php?${query}`);
      return response.status;
    };
    const say = async (line: string, answer: RegExp) => {
      child.stdin.write(`${line}\n`);
      await until(answer);
    };
    expect(await status("Regular")).toBe(200);
    expect(await status("ratelimited")).toBe(429);
    await say("fail unavailable Regular", /out of order/);
    expect([await status("Regular"), await status("Casual")]).toEqual([503, 200]);
    await say("calls", /API_GetUserProfile\.php\?u=Casual/);
    await say("fail forbidden", /turn the site away/);
    expect(await status("Casual")).toBe(403);
    await say("fine", /All is well/);
    expect([await status("Casual"), await status("ratelimited")]).toEqual([200, 429]);
    await say("fail constructor", /no such failure/);
    await say("constructor", /does not understand/);
  } finally {
    child.kill();
    await once(child, "exit");
  }
});
