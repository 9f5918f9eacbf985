import { expect, test } from "vitest";
import { recordOf } from "@/lib/history/day-record";
import { aState } from "@/lib/history/test-states";
import { forceImported, type ImportedHeads, mergeImported as merge } from "./imported";
import { dayEnvelope } from "./stored-day";
import { type Head, headEnvelope } from "./stored-head";

const HEAD = `longplay:history:${"01hzy3".padEnd(26, "0")}`;
const time = (text: string) => Date.parse(`2026-11-${text}`);

function aDay(day: string, checkedAt: number, isClosed: boolean) {
  const base = { ...aState([]), checkedAt: time("01") };
  const record = recordOf(base, { ...base, checkedAt }, { day, startsAnew: false });
  return dayEnvelope.seal({ record, isClosed, isLate: false });
}

function aHead(head: Partial<Head>, baseSeenAt: number) {
  const base = { ...aState([]), checkedAt: baseSeenAt };
  const whole = {
    startedAt: time("01"),
    restartedOn: "2026-11-01",
    days: [],
    openDay: "2026-11-01",
    base,
  };
  return headEnvelope.seal({ ...whole, ...head });
}

const NONE: ImportedHeads = { stored: null, imported: null };
const mergeImported = (key: string, stored: string | null, imported: string) =>
  merge(key, stored, imported, NONE) ?? null;

const head = (text: string | null) => {
  const opened = headEnvelope.open(text ?? "");
  return opened.state === "read" ? opened.value : opened.state;
};

test("a value that the store does not have is taken as it is", () => {
  const day = aDay("2026-11-09", time("09"), false);
  expect(mergeImported(`${HEAD}:2026-11-09`, null, day)).toBe(day);
  const first = aHead({}, 1);
  expect(mergeImported(HEAD, null, first)).toBe(first);
});

test("of two records of a day the later one stays, and a closed one of the same time", () => {
  const key = `${HEAD}:2026-11-09`;
  const inOrder = [
    aDay("2026-11-09", time("09T08:00Z"), true),
    aDay("2026-11-09", time("09T09:00Z"), false),
    aDay("2026-11-09", time("09T09:00Z"), true),
  ];
  for (const [at, one] of inOrder.entries()) {
    for (const [otherAt, other] of inOrder.entries()) {
      expect(mergeImported(key, one, other)).toBe(inOrder[Math.max(at, otherAt)]);
    }
  }
});

test("of two heads the later one stays as it is, if it lists all days", () => {
  const before = aHead({ days: ["2026-11-01"], openDay: "2026-11-03" }, time("02"));
  const after = aHead(
    { days: ["2026-11-01", "2026-11-03", "2026-11-04"], openDay: "2026-11-07" },
    time("05"),
  );
  for (const [stored, imported] of [
    [before, after],
    [after, before],
    [after, after],
  ] as const) {
    expect(mergeImported(HEAD, stored, imported)).toBe(after);
  }
});

test("a history that restarted is merged with the imported one, in either order", () => {
  const old = aHead({ days: ["2026-11-01"], openDay: "2026-11-03" }, time("02"));
  const anew = aHead(
    {
      startedAt: time("05"),
      restartedOn: "2026-11-05",
      days: ["2026-11-05"],
      openDay: "2026-11-08",
    },
    time("06"),
  );
  const merged = mergeImported(HEAD, anew, old);
  expect(head(merged)).toMatchObject({
    startedAt: time("01"),
    restartedOn: "2026-11-05",
    days: ["2026-11-01", "2026-11-03", "2026-11-05"],
    openDay: "2026-11-08",
    base: { checkedAt: time("06") },
  });
  expect(mergeImported(HEAD, old, anew)).toBe(merged);
  expect(mergeImported(HEAD, merged, old)).toBe(merged);
});

test("of two heads with the same open day the one with the earlier base stays", () => {
  const early = aHead({ openDay: "2026-11-03" }, time("02"));
  const late = aHead({ openDay: "2026-11-03", startedAt: time("03") }, time("03"));
  expect(mergeImported(HEAD, early, late)).toBe(early);
  expect(mergeImported(HEAD, late, early)).toBe(early);
});

test("a damaged value replaces nothing and is replaced, and a later format stays", () => {
  const key = `${HEAD}:2026-11-09`;
  for (const [at, good] of [
    [key, aDay("2026-11-09", time("09"), true)],
    [HEAD, aHead({}, 1)],
  ] as const) {
    for (const bad of ["rubbish", good.slice(0, -4), "lphd9:QUJD", "lphh9:QUJD"]) {
      expect(mergeImported(at, good, bad)).toBeNull();
      expect(mergeImported(at, null, bad)).toBeNull();
      expect(mergeImported(at, bad, good)).toBe(bad.includes("9:") ? null : good);
    }
  }
  expect(mergeImported(`${HEAD}:2026-11-10`, null, aDay("2026-11-09", 1, true))).toBeNull();
});

test("a forced import replaces everything, except by a damaged value or one of another day", () => {
  const key = `${HEAD}:2026-11-09`;
  const [older, newer] = ["09T08:00Z", "09T09:00Z"].map((at) =>
    aDay("2026-11-09", time(at), true),
  ) as [string, string];
  const first = aHead({}, 1);
  for (const stored of [null, newer, "lphd9:of another version", "rubbish"]) {
    expect(forceImported(key, stored, older)).toBe(older);
    expect(forceImported(key, stored, "lphd9:of another version")).toBe("lphd9:of another version");
    expect(forceImported(key, stored, older.replace(":", ":AAAA"))).toBeNull();
    expect(forceImported(key, stored, aDay("2026-11-10", time("10"), true))).toBeNull();
    expect(forceImported(HEAD, stored, first)).toBe(first);
    expect(forceImported(HEAD, stored, first.replace(":", ":AAAA"))).toBeNull();
  }
});
