import { expect, test } from "vitest";
import { subjectOf } from "./removal-keys";

const ULID = "01hzx9q4k7m2v8b3n6c1d5f0ga";

test.each([
  [`longplay:player:${ULID}`, ULID],
  [`longplay:history:${ULID}:2026-11-23`, ULID],
  [`longplay:played:${ULID}:1446`, ULID],
  ["longplay:name:anna", "anna"],
  ["longplay:image:/UserPic/Anna.png", "anna"],
  // A source that does not exist yet is removed with its player.
  [`longplay:unlocks:${ULID}`, ULID],
  [`longplay:times:${ULID}:part`, ULID],
  [`longplay:filling:${ULID}:times`, ULID],
])("%s is about a player", (key, user) => {
  expect(subjectOf(key)).toBe(user);
});

test.each([
  "longplay:upstream",
  "longplay:upstream-v2",
  "longplay:image:/Images/000001.png",
  "longplay:game:1446",
  "longplay:removed:5cc95e6f2ea9dc08e5f4af2240dbf129",
  "longplay:removed-name:5cc95e6f2ea9dc08e5f4af2240dbf129",
  "longplay:hidden:5cc95e6f2ea9dc08e5f4af2240dbf129",
  "longplay:doctor:9d5b9d0a",
])("%s is about no player", (key) => {
  expect(subjectOf(key)).toBeNull();
});
