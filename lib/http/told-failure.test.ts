import { expect, test } from "vitest";
import {
  Busy,
  PlayerNotFound,
  PlayerNotServed,
  TimedOut,
  type UpstreamError,
} from "@/lib/domain/upstream-error";
import { toldFailure } from "./told-failure";

const told = (...errors: UpstreamError[]) => {
  const failure = toldFailure(errors.map((error, at) => ({ user: `Player${at}`, error })));
  return failure && [failure.error.code, ...failure.users];
};

test("who is unknown is told before who is not served, and both before what passes", () => {
  expect(told(new Busy(9), new PlayerNotServed(), new PlayerNotFound())).toEqual([
    "player-not-found",
    "Player2",
  ]);
  expect(told(new Busy(9), new PlayerNotServed())).toEqual(["player-not-served", "Player1"]);
});

test("all whom it is about are named, with what takes longest", () => {
  expect(told(new PlayerNotFound(), new Busy(1), new PlayerNotFound())).toEqual([
    "player-not-found",
    "Player0",
    "Player2",
  ]);
  expect(told(new Busy(9), new Busy(400), new TimedOut())).toEqual([
    "busy",
    "Player0",
    "Player1",
    "Player2",
  ]);
  expect(told(new Busy(9), new TimedOut())?.[0]).toBe("timed-out");
});

test("nothing is told where nobody failed", () => {
  expect(told()).toBeNull();
});
