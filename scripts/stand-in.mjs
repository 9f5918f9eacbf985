import { createInterface } from "node:readline";
import { install } from "./install.mjs";

// `npm run stand-in`: the tests' stand-in for RetroAchievements alone, for `npm run dev` in another terminal. It
// fails as RetroAchievements does when a line says so, also for players whom the site knows already.

const PORT = 4870;
/** What a developer's .env.local may say: made-up players are not for a real store. */
const NOT_FOR_MADE_UP_PLAYERS = { KV_REST_API_URL: "", KV_REST_API_TOKEN: "", PLAYERS: "" };

if (!(await install())) {
  console.error("The packages could not be installed; npm's reason is above.");
  process.exit(1);
}
const { failUsers, startStandIn } = await import("./stand-in-players.mjs");
const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("../e2e/support/failures.ts")} */
const { FAILURES } = await loadTypeScript("e2e/support/failures.ts");

const { standIn, settings, users } = await startStandIn(Number(process.env.PORT || PORT));

const failures = Object.entries(FAILURES).map(([mode, about]) => `  ${mode.padEnd(14)}${about}`);
/** @type {(word: string) => word is keyof typeof FAILURES} */
const isFailure = (word) => Object.hasOwn(FAILURES, word);
const HELP = `Lines that it understands:
  fail MODE             RetroAchievements fails from now on, for everybody
  fail MODE USER        for one user
  fail media MODE       its images fail
  fine                  all is well again, but for the users who are named after failures
  slow MILLISECONDS     every answer takes so long
  calls                 what was asked since the last time
  help                  this
Modes:
${failures.join("\n")}`;

/** @type {Record<string, (words: string[]) => string>} */
const COMMANDS = {
  fail(words) {
    const isMedia = words[0] === "media";
    const [mode = "", user] = isMedia ? words.slice(1) : words;
    if (!isFailure(mode)) return "There is no such failure: help lists them.";
    standIn.fail(mode, isMedia ? { endpoint: "media" } : user ? { user } : {});
    return `RetroAchievements ${FAILURES[mode]}.`;
  },
  fine() {
    failUsers(standIn);
    standIn.setLatency(0);
    return "All is well.";
  },
  slow([text]) {
    const milliseconds = Number(text);
    if (!(milliseconds >= 0 && milliseconds <= 60_000)) return "Between 0 and 60000.";
    standIn.setLatency(milliseconds);
    return `Every answer takes ${milliseconds} ms.`;
  },
  calls() {
    const lines = standIn.calls().map(({ method, path, params }) => {
      const query = new URLSearchParams(params);
      return `${method} ${path}${query.size > 0 ? `?${query}` : ""}`;
    });
    standIn.resetCalls();
    return lines.length > 0 ? lines.join("\n") : "Nothing was asked.";
  },
  help: () => HELP,
};

console.log(`A stand-in for RetroAchievements. For a site before it, in another terminal:

${Object.entries({ ...NOT_FOR_MADE_UP_PLAYERS, ...settings })
  .map(([name, value]) => `  ${name}=${value} \\`)
  .join("\n")}
  npm run dev

Users:
${users.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join("\n")}

${HELP}

Ctrl-C ends it.`);

for await (const line of createInterface({ input: process.stdin })) {
  const [command = "", ...words] = line.trim().split(/\s+/);
  if (command === "") continue;
  const act = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  console.log(act?.(words) ?? "It does not understand that: see help.");
}
