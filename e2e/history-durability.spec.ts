import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Archive, createArchive } from "../lib/archive/archive";
import { utcDayOf } from "../lib/domain/days";
import type { Player } from "../lib/domain/player";
import { eventsOf } from "../lib/history/events";
import type { History } from "../lib/history/history";
import { type GameState, stateOf } from "../lib/history/state";
import { createFolderStore } from "../lib/kv/folder-store";
import type { Store } from "../lib/kv/store";
import { createVercelKvStore } from "../lib/kv/vercel-kv";
import { setObserver } from "../lib/observe/observe";
import { createPlayerCache } from "../lib/players/player-cache";
import { createClient } from "../lib/retroachievements/client";
import { userProfile } from "../lib/retroachievements/wire";
import { expect, test } from "./support/fixtures";
import { gamesOf as gamesOfRows } from "./support/games-of";
import { aPlayedYear, chanceFrom } from "./support/played-year";
import { createRaStandIn } from "./support/ra-stand-in";
import { type Redis, startRedis } from "./support/redis";
import { SECRET_KEY } from "./support/secret-key.mjs";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1, 6);
const DAYS = 365;
const NAME = "YearlyYara";
const PROCESS = fileURLToPath(new URL("support/history-process.mjs", import.meta.url));

let redis: Redis;
test.beforeAll(async () => {
  redis = await startRedis();
});
test.afterAll(() => redis.close());

/** One instance of the site, and the last snapshot that it saw. */
interface Instance {
  cache: ReturnType<typeof createPlayerCache>;
  archive: Archive;
  /** Whether the store lacks some of its snapshots. */
  isBehind: boolean;
  last: Player | null;
}

test("a year with two instances, restarts and a failing store: no day and no change is lost or doubled", async () => {
  // The year has its own numbers: it is the same, whatever happens to instances and commands.
  const yearChance = chanceFrom(17);
  const chance = chanceFrom(15);
  const standIn = await createRaStandIn({ key: SECRET_KEY });
  const year = aPlayedYear(NAME, 40, yearChance);
  const { ULID } = year.player().profile;
  let clock = START;
  const now = () => clock;
  const seen: Player[] = [];
  let outcomes: string[] = [];
  let failed = 0;
  let isAway = false;
  let flakiness = 0;
  setObserver((event) => {
    if (event.type === "history") outcomes.push(event.outcome);
    if (event.type === "store" && !event.ok) failed++;
  });

  /** Commands fail before they run, or after, so that only their answer is lost. */
  function failing(store: Store, likely: (key: string) => number): Store {
    const command = async <Result>(key: string, run: () => Promise<Result>) => {
      const fails = chance() < likely(key);
      const isDone = chance() < 0.5 && !isAway;
      if (fails && !isDone) throw new Error("down");
      const result = await run();
      if (fails) throw new Error("The answer was lost.");
      return result;
    };
    return {
      ...store,
      get: (key) => command(key, () => store.get(key)),
      getMany: (keys) => command(keys[0] ?? "", () => store.getMany(keys)),
      set: (key, ...given) => command(key, () => store.set(key, ...given)),
      commit: (commit) => command(commit.guards[0]?.key ?? "", () => store.commit(commit)),
    };
  }

  function start(): Instance {
    const store = failing(createVercelKvStore(redis.restUrl, redis.token), (key) =>
      isAway ? 1 : key.startsWith("longplay:history:") ? flakiness : 0,
    );
    const client = createClient({
      apiKey: SECRET_KEY,
      baseUrl: standIn.url,
      timeoutMs: 30_000,
      userAgent: "Longplay/1 (+test)",
    });
    const archive = createArchive(store, now);
    const instance: Instance = {
      archive,
      isBehind: false,
      last: null,
      cache: createPlayerCache({
        store,
        upstream: {
          ...client,
          async fetchPlayer(...given) {
            // The answer is of a day of the simulated year.
            const { player } = await client.fetchPlayer(...given);
            return { player: { ...player, checkedAt: clock }, readWholeAt: clock };
          },
        },
        freshSeconds: 300,
        staleSeconds: 7 * 86_400,
        callsPerMinute: 10_000,
        now,
        async onSnapshot(player, before) {
          seen.push(player);
          await keep(instance, player, before);
        },
      }),
    };
    return instance;
  }

  async function keep(instance: Instance, player: Player, before: Player | null): Promise<void> {
    outcomes = [];
    await instance.archive.keep(player, before);
    instance.isBehind = outcomes.at(-1) === "failed";
    instance.last = player;
  }

  const instances = [start(), start()];
  let outageUntil = 0;
  let restarts = 0;
  for (let day = 0; day < DAYS; day++) {
    if (day === 180) year.rename("YearlyYaraNew");
    const looks = day === 0 ? 1 : [0, 1, 1, 1, 1, 1, 2][Math.floor(yearChance() * 7)];
    for (let look = 0; look < (looks ?? 0); look++) {
      const hour = look * 6 + yearChance() * 5;
      clock = Math.max(clock + 600_000, START + day * DAY + Math.floor(hour * 3_600_000));
      for (const before of [300_000, 200_000, 100_000]) year.goOn(clock - before);
      standIn.setPlayer(year.player());
      // The store is down for hours or days, or single commands of a history fail.
      if (day > 0 && clock >= outageUntil && chance() < 0.04)
        outageUntil = clock + chance() * 3 * DAY;
      isAway = clock < outageUntil && day < DAYS - 1;
      // The history starts with the first snapshot, so the store has to take that.
      flakiness = day === 0 ? 0 : 0.12;
      const at = Math.floor(chance() * instances.length);
      // Pending snapshots are retried before the next view, in either order.
      for (const each of chance() < 0.5 ? instances : [...instances].reverse()) {
        if (each.isBehind && each.last) await keep(each, each.last, null);
      }
      const isBehind = instances[at]?.isBehind;
      if (!isBehind && chance() < 0.1) {
        instances[at] = start();
        restarts++;
      }
      const cached = await instances[at]?.cache.get(ULID);
      await cached?.refresh?.();
      await cached?.stored;
    }
  }
  [isAway, flakiness] = [false, 0];
  clock += DAY;
  for (const each of instances) if (each.last) await keep(each, each.last, null);

  const history = await start().archive.read(ULID, "2026-01-01", "2027-01-31");
  const { days, changes } = compare(history, seen);
  expect(days.lost).toEqual([]);
  expect(days.invented).toEqual([]);
  expect(changes).toMatchObject({ lost: 0, doubled: 0 });
  // The year had enough to lose.
  expect(days.recorded).toBeGreaterThan(250);
  expect(changes.recorded).toBeGreaterThan(500);
  const kinds = new Set(history?.days.flatMap(eventsOf).map(({ kind }) => kind));
  for (const kind of ["award", "begun", "revised", "retired", "back", "reset", "gone", "renamed"]) {
    expect([...kinds]).toContain(kind);
  }
  expect(restarts).toBeGreaterThan(10);
  expect(failed).toBeGreaterThan(50);
  await standIn.close();
});

test("a process that is killed again and again loses no snapshot that it acknowledged", async () => {
  const chance = chanceFrom(9);
  const year = aPlayedYear("KilledKim", 40, chance);
  const folder = test.info().outputPath("history");
  const states = Array.from({ length: 400 }, (_, at): Player => {
    const checkedAt = START + at * 8 * 3_600_000;
    for (const before of [300_000, 200_000]) year.goOn(checkedAt - before);
    const { profile, results } = year.player();
    return { profile: userProfile.parse(profile), games: gamesOfRows(results), checkedAt };
  });
  /** The snapshots that the process acknowledged. */
  const kept = new Set<number>();
  let sent = 0;
  for (let lives = 0; sent < states.length; lives++) {
    const isLast = lives === 5;
    // In the middle of the snapshots that it has not acknowledged yet.
    const killedAfter = isLast ? [] : ["25"];
    const child = spawn(process.execPath, [PROCESS, folder, ...killedAfter], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const died = once(child, "exit");
    const most = isLast ? states.length : sent + 45 + Math.floor(chance() * 20);
    const lastOfAll = states.at(-1)?.checkedAt;
    const lines = createInterface({ input: child.stdout });
    const reading = (async () => {
      for await (const line of lines) {
        kept.add(Number(line));
        if (Number(line) === lastOfAll) child.kill("SIGKILL");
      }
    })();
    for (const state of states.slice(sent, most)) child.stdin.write(`${JSON.stringify(state)}\n`);
    sent = most;
    await Promise.all([died, reading]);
  }

  const store = createFolderStore(folder, () => undefined);
  const { ulid } = states[0]?.profile ?? { ulid: "" };
  const history = await createArchive(store).read(ulid, "2026-01-01", "2026-12-31");
  await store.close();
  const { days, changes } = compare(history, states);
  const keptDays = new Set([...kept].map(utcDayOf));
  expect(days.lost.filter((day) => keptDays.has(day))).toEqual([]);
  expect(days.invented).toEqual([]);
  expect(changes).toMatchObject({ lost: 0, doubled: 0 });
  expect(kept.size).toBeGreaterThan(150);
  // Each time it was killed, some were sent and not acknowledged.
  expect(states.length - kept.size).toBeGreaterThan(50);
});

/** Compares the records with the snapshots, by plain comparison of each two. */
function compare(history: History | null, seen: Player[]) {
  const records = history?.days ?? [];
  const first = seen[0];
  if (!first) throw new Error("There is no snapshot.");
  const seenDays = [...new Set(seen.map(({ checkedAt }) => utcDayOf(checkedAt)))];
  const recordDays = records.map(({ day }) => day);
  const changes = { recorded: 0, lost: 0, doubled: 0 };
  let before = first;
  for (const record of records) {
    const after = seen.find(({ checkedAt }) => checkedAt === record.checkedAt);
    if (!after) throw new Error(`No snapshot is the end of ${record.day}.`);
    const [old, now] = [gamesOf(before), gamesOf(after)];
    const ids = new Set([...old.keys(), ...now.keys()]);
    const recorded = new Map(record.games.map((change) => [change.id, change]));
    for (const id of ids) {
      const [from, to] = [old.get(id), now.get(id)];
      const change = recorded.get(id);
      const isRight =
        JSON.stringify(from) === textOf(change?.before) &&
        JSON.stringify(to) === textOf(change?.after);
      if (JSON.stringify(from) !== JSON.stringify(to)) {
        changes.recorded++;
        if (!isRight) changes.lost++;
      } else if (change) changes.doubled++;
    }
    const gained = record.totals.points - record.before.points;
    if (gained !== after.profile.points - before.profile.points) changes.lost++;
    const renamed = record.renamed && `${record.renamed.from} ${record.renamed.to}`;
    const names = `${before.profile.name} ${after.profile.name}`;
    if (renamed !== (before.profile.name === after.profile.name ? null : names)) changes.lost++;
    before = after;
  }
  if (JSON.stringify([...gamesOf(before)]) !== JSON.stringify([...gamesOf(seen.at(-1) ?? first)])) {
    changes.lost++;
  }
  return {
    days: {
      recorded: recordDays.length,
      lost: seenDays.filter((day) => !recordDays.includes(day)),
      invented: recordDays.filter(
        (day, at) => !seenDays.includes(day) || recordDays.indexOf(day) !== at,
      ),
    },
    changes,
  };
}

function gamesOf(player: Player): Map<number, GameState> {
  return new Map(stateOf(player).games.map((game) => [game.id, game]));
}

/** A game with its fields in the order of {@link gamesOf}. */
function textOf(game: GameState | null | undefined): string | undefined {
  if (!game) return undefined;
  const { id, maxPossible, numAwarded, numAwardedHardcore } = game;
  const { mostRecentAwardedAt, highestAwardKind, highestAwardAt } = game;
  return JSON.stringify({
    id,
    maxPossible,
    numAwarded,
    numAwardedHardcore,
    mostRecentAwardedAt,
    highestAwardKind,
    highestAwardAt,
  });
}
