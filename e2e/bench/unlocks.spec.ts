import { ask } from "../support/ask";
import { expect, test } from "../support/fixtures";
import { aWirePlayer } from "../support/wire-player";
import { manyUnlocks } from "../support/wire-unlocks";

const GAMES = 1313;
const UNLOCKS = 100_000;
const RENDERINGS = 20;

/** The middle one. */
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

test(`an overview with ${UNLOCKS} unlocks takes the server not much more than one without`, async ({
  standIn,
  startOwnSite,
}, testInfo) => {
  test.setTimeout(300_000);
  const profile = { MemberSince: "2016-01-01 00:00:00" };
  const player = (name: string) => aWirePlayer({ name, games: GAMES, profile });
  standIn.setPlayer({ ...player("BenchUnlocks"), unlocks: manyUnlocks(UNLOCKS) });
  standIn.setPlayer({ ...player("BenchLockless"), unlocks: [] });
  const site = await startOwnSite({ WATCH_EVERY_SECONDS: "0", CACHE_FRESH_SECONDS: "3600" });
  // With a query each answer is rendered anew.
  const overview = (name: string, query: string) => ask(`${site.url}/user/${name}?${query}`);
  await overview("BenchLockless", "shelf=1");
  await overview("BenchUnlocks", "shelf=1");
  const before = site.cpuMilliseconds();
  await expect
    .poll(
      async () =>
        JSON.parse((await ask(`${site.url}/api/v1/users/BenchUnlocks/unlocks/progress`)).text)
          .state,
      { timeout: 240_000 },
    )
    .toBe("complete");
  const filling = site.cpuMilliseconds() - before;

  const timed = async (name: string, query: string) => {
    const start = site.cpuMilliseconds();
    for (let at = 0; at < RENDERINGS; at++) await overview(name, query);
    return (site.cpuMilliseconds() - start) / RENDERINGS;
  };
  const kinds = [
    ["without", "BenchLockless", "shelf=1"],
    ["with", "BenchUnlocks", "shelf=1"],
    ["in a time zone", "BenchUnlocks", "shelf=1&tz=Europe/Kyiv"],
  ] as const;
  const times = new Map<string, number[]>(kinds.map(([kind]) => [kind, []]));
  for (let round = 0; round < 6; round++) {
    for (const [kind, name, query] of kinds) {
      const time = await timed(name, query);
      // In the first round code is compiled.
      if (round > 0) times.get(kind)?.push(time);
    }
  }
  const of = (kind: string) => median(times.get(kind) ?? []);
  const figure =
    `an overview with ${UNLOCKS} unlocks: ${of("with").toFixed(1)} ms, ${(of("with") / of("without")).toFixed(2)} times one without; ` +
    `in a time zone ${(of("in a time zone") / of("without")).toFixed(2)} times; reading them: ${filling} ms of a processor`;
  console.log(figure);
  testInfo.annotations.push({ type: "figure", description: figure });
  expect(of("with") / of("without")).toBeLessThan(1.5);
});
