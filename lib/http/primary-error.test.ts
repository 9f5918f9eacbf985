import { expect, test } from "vitest";
import {
  Busy,
  PlayerNotFound,
  PlayerNotServed,
  TimedOut,
  type UpstreamError,
} from "@/lib/domain/upstream-error";
import { primaryError } from "./primary-error";

const reported = (...errors: UpstreamError[]) => {
  const failure = primaryError(errors.map((error, at) => ({ user: `Player${at}`, error })));
  return failure && [failure.error.code, ...failure.users];
};

test("an unknown player comes before one who is not served, and both before temporary errors", () => {
  expect(reported(new Busy(9), new PlayerNotServed(), new PlayerNotFound())).toEqual([
    "player-not-found",
    "Player2",
  ]);
  expect(reported(new Busy(9), new PlayerNotServed())).toEqual(["player-not-served", "Player1"]);
});

test("all players with the error are named, with the longest wait", () => {
  expect(reported(new PlayerNotFound(), new Busy(1), new PlayerNotFound())).toEqual([
    "player-not-found",
    "Player0",
    "Player2",
  ]);
  expect(reported(new Busy(9), new Busy(400), new TimedOut())).toEqual([
    "busy",
    "Player0",
    "Player1",
    "Player2",
  ]);
  expect(reported(new Busy(9), new TimedOut())?.[0]).toBe("timed-out");
});

test("without failures there is no error", () => {
  expect(reported()).toBeNull();
});
