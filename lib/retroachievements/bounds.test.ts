import { describe, expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { anOddRow, aWirePlayer, library, type WireRow } from "@/e2e/support/wire-player";
import { Busy } from "@/lib/domain/upstream-error";

// RA's answers are checked for plausibility, and read within bounds.

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    ({ code }) => code,
  );
const fetched = (user: string) => codeOf(aClient().fetchPlayer(user));

describe("a body", () => {
  test.each(["endless", "huge", "bomb", "many-rows", "brackets"] as const)(
    "of the kind %s is read up to its bound",
    async (mode) => {
      standIn.setPlayer(aWirePlayer({ name: "Much" }));
      standIn.fail(mode, { endpoint: "progress" });
      const before = process.memoryUsage().arrayBuffers;
      expect(await fetched("Much")).toBe("invalid-response");
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * 1024 * 1024);
    },
  );

  test("has a bound that fits the request, and a profile its own", async () => {
    standIn.setPlayer(aWirePlayer({ name: "Wordy", games: 300 }));
    const known = await aClient().fetchPlayer("Wordy");
    const words = (bytes: number) =>
      standIn.setPlayer(
        aWirePlayer({
          name: "Wordy",
          games: library(300).map((row, at) =>
            at === 0 ? anOddRow(row, { New: "x".repeat(bytes) }) : row,
          ),
        }),
      );
    words(1_000_000);
    expect(await fetched("Wordy")).toBe("ok");
    // A refresh asks for 100 rows, a check for one.
    expect(await codeOf(aClient().fetchPlayer("Wordy", { known }))).toBe("invalid-response");
    words(100_000);
    expect(await codeOf(aClient().fetchPlayer("Wordy", { known }))).toBe("ok");
    expect(await codeOf(aClient().hasNews(known))).toBe("invalid-response");
    standIn.setPlayer(aWirePlayer({ name: "Wordy", profile: { Motto: "x".repeat(100_000) } }));
    expect(await fetched("Wordy")).toBe("invalid-response");
  });
});

describe("a Total", () => {
  const saying = (Total: number) => {
    standIn.setPlayer(aWirePlayer({ name: "Total", games: 3 }));
    standIn.setTotal("Total", Total);
    return fetched("Total");
  };

  test("that is too large is an invalid answer, and costs no more calls", async () => {
    for (const total of [1_000_000_000, 1_000_000, 50_001]) {
      standIn.resetCalls();
      expect(await saying(total)).toBe("invalid-response");
      expect(standIn.count("progress")).toBe(1);
    }
  });

  test("above the number of rows is an invalid answer", async () => {
    expect(await saying(700)).toBe("invalid-response");
    // The page that should have them is empty, so the list is not read again.
    expect(standIn.count("progress")).toBe(2);
  });

  test("of 0 is a valid answer, also for a player with points: RA lists no small sets", async () => {
    for (const profile of [{}, { TotalPoints: 5 }, { TotalSoftcorePoints: 5 }]) {
      standIn.setPlayer(aWirePlayer({ name: "Beginner", games: 0, profile }));
      expect(await fetched("Beginner")).toBe("ok");
    }
  });
});

test("a list that shifts each time it is read is an invalid answer", async () => {
  let rows = library(700);
  standIn.setPlayer(aWirePlayer({ name: "Shifting", games: rows }));
  standIn.onCall((call) => {
    if (call.params.o !== "500") return;
    rows = [{ ...(rows[0] as WireRow), GameID: 900_000 + rows.length }, ...rows];
    standIn.setPlayer(aWirePlayer({ name: "Shifting", games: rows }));
  });
  expect(await fetched("Shifting")).toBe("invalid-response");
  expect(standIn.count("progress")).toBe(4);
});

describe("a 404", () => {
  test("is an unknown player only as RA's own JSON", async () => {
    expect(await fetched("Nobody")).toBe("player-not-found");
    standIn.setPlayer(aWirePlayer({ name: "Somebody" }));
    standIn.fail("not-found", { endpoint: "profile" });
    expect(await fetched("Somebody")).toBe("unavailable");
    standIn.fail(null);
    standIn.fail("not-found", { endpoint: "progress" });
    expect(await fetched("Somebody")).toBe("unavailable");
  });

  test("is the answer about a player that RA hides", async () => {
    standIn.setPlayer(aWirePlayer({ name: "Banned", profile: { Permissions: -1 } }));
    expect(await fetched("Banned")).toBe("player-not-found");
  });
});

describe("implausible values", () => {
  const withRow = async (changed: Record<string, unknown>) => {
    const [row] = library(1);
    const player = aWirePlayer({ name: "Odd", games: [{ ...(row as WireRow), ...changed }] });
    standIn.setPlayer(player);
    return (await aClient().fetchPlayer("Odd")).player.games[0];
  };

  test("an unknown award kind counts as no award, and does not break the page", async () => {
    expect(await withRow({ HighestAwardKind: "platinum" })).toMatchObject({
      highestAwardKind: null,
      highestAwardAt: null,
    });
  });

  test.each([
    "0001-01-01T00:00:00+00:00",
    "1970-01-01T00:00:00+00:00",
    "9999-12-31T00:00:00+00:00",
  ])("a date such as %s counts as none", async (odd) => {
    const game = await withRow({
      HighestAwardKind: "mastered",
      HighestAwardDate: odd,
      MostRecentAwardedDate: odd,
    });
    expect(game).toMatchObject({
      highestAwardKind: "mastered",
      highestAwardAt: null,
      mostRecentAwardedAt: null,
    });
  });

  test("texts are bounded and have no control characters", async () => {
    const game = await withRow({ Title: `Bad\u0000\u0007\u202e title ${"x".repeat(10_000)}` });
    expect(game?.title.length).toBeLessThanOrEqual(500);
    expect(game?.title).toMatch(/^Bad title x+$/);
  });

  test.each([
    "@evil.test/x.png",
    "//evil.test/x.png",
    "https://evil.test/x.png",
    "/Images/../x.png",
    "",
  ])("an image path %s does not lead to another host", async (path) => {
    expect((await withRow({ ImageIcon: path }))?.iconPath).toBe("/Images/000001.png");
    standIn.setPlayer(aWirePlayer({ name: "Avatar", profile: { UserPic: path } }));
    const { profile } = (await aClient().fetchPlayer("Avatar")).player;
    expect(profile.avatarPath).toBe("/UserPic/Avatar.png");
  });

  test("a malformed user name is an invalid answer", async () => {
    const ULID = "0".repeat(26);
    for (const User of ["<b>x</b>", "a b", "x", "y".repeat(21), ""]) {
      standIn.setPlayer(aWirePlayer({ name: "Named", profile: { ULID, User } }));
      expect(await fetched(ULID), User).toBe("invalid-response");
      standIn.removePlayer(ULID);
    }
  });
});

describe("a load of many pages", () => {
  test("survives one failed page", async () => {
    standIn.setPlayer(aWirePlayer({ name: "Many", games: 4000 }));
    standIn.onCall((call) => {
      if (call.params.o === "1000") standIn.fail("cut", { endpoint: "progress", times: 1 });
    });
    const { player } = await aClient().fetchPlayer("Many");
    expect(player.games).toHaveLength(4000);
    expect(standIn.count("progress")).toBeLessThanOrEqual(11);
  });

  test("is not retried after a 429", async () => {
    standIn.setPlayer(aWirePlayer({ name: "Refused", games: 700 }));
    standIn.onCall((call) => {
      if (call.params.o === "0") standIn.fail("rate-limited", { endpoint: "progress", times: 1 });
    });
    expect(await fetched("Refused")).toBe("rate-limited");
    expect(standIn.count("progress")).toBe(2);
  });

  test("acquires its calls before making them, and makes none if refused", async () => {
    standIn.setPlayer(aWirePlayer({ name: "Leave", games: 1313 }));
    const asked: number[] = [];
    await aClient().fetchPlayer("Leave", {
      acquire: async (calls) => {
        asked.push(calls);
      },
    });
    expect(asked).toEqual([2, 2]);
    standIn.setPlayer(aWirePlayer({ name: "Little", games: 3 }));
    await aClient().fetchPlayer("Little", {
      acquire: async (calls) => {
        asked.push(calls);
      },
    });
    expect(asked).toEqual([2, 2, 2]);
    standIn.resetCalls();
    const refuse = async () => {
      throw new Busy(7);
    };
    expect(await codeOf(aClient().fetchPlayer("Leave", { acquire: refuse }))).toBe("busy");
    expect(standIn.calls()).toHaveLength(0);
  });
});
