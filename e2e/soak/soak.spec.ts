import { setTimeout as sleep } from "node:timers/promises";
import { expect, settings, test } from "../support/fixtures";
import { type Site, startSite } from "../support/site";
import { aWirePlayer } from "../support/wire-player";
import { KINDS, pickKind, randomFrom } from "./traffic";

// `npm run soak`: minutes of mixed traffic with failures in between. Not part of `npm test`.

const MINUTES = Number(process.env.SOAK_MINUTES);
/** Where the sites store what they know: in one Redis, or each in its memory and a folder of its own. */
const IS_ON_REDIS = process.env.SOAK_STORE !== "folder";
const PLAYERS = 500;
const WORKERS = 8;
const CALLS_PER_MINUTE = 600;
const TOKEN = "a-token-of-the-soak";
/** After warm-up, memory may grow by no more than this: caches that were not full yet. */
const MOST_GROWTH_BYTES = 150 * 1024 * 1024;
/** What a caller waits at the most, whatever fails. */
const MOST_MS = 12_000;

/** How RA and the store are, for which share of the time. */
const PHASES = [
  { name: "warm-up", share: 0.3 },
  { name: "RA unavailable", share: 0.1 },
  { name: "all well", share: 0.1 },
  { name: "RA hanging", share: 0.1 },
  { name: "all well again", share: 0.1 },
  { name: "store hanging", share: 0.1 },
  { name: "store down", share: 0.1 },
  { name: "all well at the end", share: 0.1 },
] as const;

const user = (at: number) => `Soak${String(at).padStart(3, "0")}`;
/** Most libraries are small, few are large. */
const games = (at: number) => (at === 0 ? 5000 : at < 10 ? 1313 : at < 100 ? 300 : 30);
/** What may be answered when RA or the store fails, or the budget is used up. */
const EXCUSED = new Set([429, 502, 503, 504]);

test("the site stays right, quick and small", async ({ standIn, redis }) => {
  test.setTimeout((MINUTES + 3) * 60_000);
  for (let at = 0; at < PLAYERS; at++) {
    standIn.setPlayer(aWirePlayer({ name: user(at), games: games(at) }));
  }
  const env = {
    ...settings(standIn, redis),
    ...(!IS_ON_REDIS && { KV_REST_API_URL: "", KV_REST_API_TOKEN: "" }),
    UPSTREAM_REQUESTS_PER_MINUTE: String(CALLS_PER_MINUTE),
    UPSTREAM_TIMEOUT_MS: "2000",
    CACHE_FRESH_SECONDS: "20",
    METRICS_TOKEN: TOKEN,
    // Where there is much memory, V8 lets garbage lie, which would look like growth.
    NODE_OPTIONS: "--max-old-space-size=384",
  };
  const sites = [await startSite({ env }), await startSite({ env })];
  const random = randomFrom(7);
  const surprises = new Map<string, number>();
  const seen = new Map<string, number>();
  const times: number[] = [];
  const tags = new Map<string, string>();
  let phase: string = PHASES[0].name;
  const over = new AbortController();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  async function askOnce(site: Site): Promise<void> {
    const kind = pickKind(random());
    // Some players are looked at much more than others.
    const who = user(Math.floor(PLAYERS * random() ** 2));
    const path = kind.path(who);
    const started = performance.now();
    const before = phase;
    const tag = random() < 0.3 ? tags.get(path) : undefined;
    const surprise = (what: string) => count(surprises, `${before}: ${kind.name}: ${what}`);
    try {
      const response = await fetch(site.url + path, {
        headers: tag ? { "If-None-Match": tag } : {},
        signal: AbortSignal.timeout(MOST_MS),
      });
      const text = await response.text();
      const { status } = response;
      times.push(performance.now() - started);
      count(seen, `${kind.name} ${status}`);
      const newTag = response.headers.get("ETag");
      if (newTag && tags.size < 5000) tags.set(path, newTag);
      const expected =
        kind.name === "nobody" ? [404] : kind.name === "nonsense" ? [422, 404] : [200, 304];
      if (!expected.includes(status) && !EXCUSED.has(status)) surprise(`status ${status}`);
      if (status === 200 && kind.showsName && !text.includes(who)) surprise("another player");
    } catch (error) {
      surprise(error instanceof Error ? error.name : "failed");
    }
  }

  async function work(site: Site): Promise<void> {
    while (!over.signal.aborted) await askOnce(site);
  }

  const memoryOf = async (site: Site) => {
    const response = await fetch(`${site.url}/api/metrics`, {
      headers: { Authorization: `Bearer ${TOKEN}` },
    });
    const text = await response.text();
    const read = (name: string) => Number(new RegExp(`^${name} (.+)$`, "m").exec(text)?.[1]);
    return {
      resident: read("process_resident_memory_bytes"),
      heap: read("nodejs_heap_size_used_bytes"),
      external: read("nodejs_external_memory_bytes"),
    };
  };
  const memory = () => Promise.all(sites.map(memoryOf));
  async function tellMemory(): Promise<void> {
    const stop = { signal: over.signal };
    for (let minute = 1; !over.signal.aborted; minute++) {
      await sleep(startedAt + minute * 60_000 - Date.now(), undefined, stop).catch(() => undefined);
      const of = (await memory()).map(
        ({ resident, heap, external }) =>
          `rss ${megabytes(resident)} heap ${megabytes(heap)} external ${megabytes(external)} MB`,
      );
      if (!over.signal.aborted) console.log(`minute ${minute} (${phase}): ${of.join(", ")}`);
    }
  }
  const storeCommands = async () =>
    Number(
      /total_commands_processed:(\d+)/.exec(String(await redis.command("INFO", "stats")))?.[1],
    );

  const atStart = await memory();
  const commandsAtStart = await storeCommands();
  const startedAt = Date.now();
  const workers = Array.from({ length: WORKERS }, (_, at) => work(sites[at % 2] as Site));
  const telling = tellMemory();
  let afterWarmUp = atStart;
  for (const { name, share } of PHASES) {
    phase = name;
    if (name === "RA unavailable") standIn.fail("unavailable");
    if (name === "RA hanging") standIn.fail("hang");
    if (name === "store hanging") redis.pause();
    if (name === "store down") await redis.stop();
    await sleep(MINUTES * 60_000 * share);
    if (name === "warm-up") afterWarmUp = await memory();
    standIn.fail(null);
    await redis.resume();
  }
  over.abort();
  await Promise.all([...workers, telling]);
  const minutes = (Date.now() - startedAt) / 60_000;
  const atEnd = await memory();
  const commands = (await storeCommands()) - commandsAtStart;
  await Promise.all(sites.map((site) => site.stop()));
  // The other specs search stored values for the key; in as many as these are it would take minutes.
  await redis.command("FLUSHALL");

  times.sort((one, other) => one - other);
  const at = (share: number) => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`;
  const residents = (of: Awaited<ReturnType<typeof memory>>) =>
    of.map(({ resident }) => megabytes(resident)).join(" and ");
  const calls = [...standIn.calls(), ...standIn.fillingCalls()]
    .filter(({ endpoint }) => endpoint !== "media")
    .sort((one, other) => one.at - other.at);
  console.log(
    [
      `${times.length} requests in ${minutes.toFixed(1)} minutes, ${WORKERS} at once, ${PLAYERS} players`,
      ...KINDS.map(({ name }) => {
        const of = [...seen].filter(([key]) => key.replace(/ \d+$/, "") === name);
        return `  ${name}: ${of.map(([key, times]) => `${key.split(" ").at(-1)} × ${times}`).join(", ")}`;
      }),
      `time: half ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}, longest ${at(0.99999)}`,
      `calls to RA: ${calls.length}, at most ${busiestMinute(calls.map((call) => call.at))} in a minute of ${CALLS_PER_MINUTE}`,
      `store: ${(commands / times.length).toFixed(2)} commands a request`,
      `memory: ${residents(atStart)} MB at the start, ${residents(afterWarmUp)} after warm-up, ${residents(atEnd)} at the end`,
      `surprises: ${[...surprises].map(([what, times]) => `${what} × ${times}`).join("; ") || "none"}`,
    ].join("\n"),
  );
  expect([...surprises]).toEqual([]);
  // While the store does not answer, each server keeps to the budget by itself.
  expect(busiestMinute(calls.map((call) => call.at))).toBeLessThanOrEqual(CALLS_PER_MINUTE * 2);
  for (const [site, { resident }] of atEnd.entries()) {
    expect(resident - (afterWarmUp[site]?.resident ?? 0)).toBeLessThan(MOST_GROWTH_BYTES);
  }
});

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** The most of some times (epoch milliseconds, in order) that lie within any minute. */
function busiestMinute(times: number[]): number {
  let first = 0;
  let most = 0;
  for (const [at, time] of times.entries()) {
    while ((times[first] ?? time) < time - 60_000) first++;
    most = Math.max(most, at - first + 1);
  }
  return most;
}
