import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { badge } from "./badge";

const player = {
  profile: {
    name: "Ann",
    ulid: "01HDEM0AMP11GHTERX0000Z7Q1",
    avatarPath: "/UserPic/Ann.png",
    memberSince: 0,
    points: 12_345,
    casualPoints: 0,
    retroPoints: 0,
    motto: "",
  },
  games: [],
  checkedAt: 0,
};
const games = [
  aGame({ highestAwardKind: "mastered" }),
  aGame({ highestAwardKind: "completed" }),
  aGame(),
];

test.each([
  ["points", "12,345"],
  ["played", "3"],
  ["completed", "1"],
  ["beaten", "0"],
])("a badge of %s", (show, message) => {
  expect(badge(player, games, show)).toMatchObject({ schemaVersion: 1, label: show, message });
});

test("a badge of what is not there is one of the masteries", () => {
  expect(badge(player, games, "nonsense")).toMatchObject({ label: "mastered", message: "1" });
});
