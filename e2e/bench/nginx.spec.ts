import { existsSync } from "node:fs";
import { findNginx } from "../../scripts/programs.mjs";
import { ask } from "../support/ask";
import { expect, test } from "../support/fixtures";
import { load } from "../support/load";
import { met, type Nginx, startNginx } from "../support/nginx";
import { rawAnswer } from "../support/raw-answer";
import { aWirePlayer } from "../support/wire-player";

// What deploy/nginx.conf costs, and holds back, while many ask; what it answers is in nginx.spec.ts.

test.skip(!findNginx(), "There is no nginx.");

let nginx: Nginx | undefined;
test.afterEach(async () => {
  await nginx?.stop();
  nginx = undefined;
});

const GZIP = { "Accept-Encoding": "gzip" };
/**
 * The least ratios of a warm answer to a static file: of its processor time in nginx, and of its requests a
 * second. The first was 0.55 to 0.8 where nothing else ran, which is up to 4 µs more an answer, for the headers
 * that are kept with it. An answer that waits for anything is below both.
 */
const LEAST = { processor: 0.25, speed: 0.2 };

/** Requests of a round: fewer take too little time to measure beside other work. */
const AMOUNT = 3000;

test("warm cards and pages cost nginx little more than a static file of their size", async ({
  site,
  standIn,
}, testInfo) => {
  test.skip(
    !existsSync("/proc/self/schedstat"),
    "There is no /proc to read nginx's processor time from.",
  );
  test.setTimeout(120_000);
  standIn.setPlayer(aWirePlayer({ name: "Warmed", games: 300 }));
  nginx = await startNginx(site.serverUrl);
  const { putFile, cpuMilliseconds, url } = nginx;
  for (const path of ["/user/Warmed", "/user/Warmed/cards/summary.svg"]) {
    await ask(url + path, { headers: GZIP });
    const { body: sent } = await rawAnswer(url + path, GZIP);
    const file = await putFile(String(sent.length), sent);
    const measure = async (target: string) => {
      const before = cpuMilliseconds();
      const { requestsPerSecond, answered, failed } = await load(target, {
        connections: 8,
        amount: AMOUNT,
        headers: GZIP,
      });
      expect([answered, failed]).toEqual([AMOUNT, 0]);
      return { milliseconds: cpuMilliseconds() - before, requestsPerSecond };
    };
    const kept: Awaited<ReturnType<typeof measure>>[] = [];
    const still: typeof kept = [];
    for (let round = 0; round < 3; round++) {
      kept.push(await measure(url + path));
      still.push(await measure(file));
    }
    // The first ones open files and connections. What disturbs one round is little of all of them.
    const of = (rounds: typeof kept, what: keyof (typeof kept)[number]) =>
      rounds.slice(1).reduce((sum, round) => sum + round[what], 0);
    const processor = of(still, "milliseconds") / of(kept, "milliseconds");
    const speed = of(kept, "requestsPerSecond") / of(still, "requestsPerSecond");
    const figure = `nginx, ${path} (${sent.length} bytes): ${processor.toFixed(2)} of a static file's processor time, ${speed.toFixed(2)} of its speed`;
    console.log(figure);
    testInfo.annotations.push({ type: "figure", description: figure });
    expect(processor).toBeGreaterThan(LEAST.processor);
    expect(speed).toBeGreaterThan(LEAST.speed);
    expect(met(await ask(url + path, { headers: GZIP }))).toBe("nginx; hit");
  }
});
