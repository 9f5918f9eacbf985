import { expect, test } from "vitest";
import { awards } from "@/lib/api-docs/answers";
import { aPlayer } from "@/lib/domain/test-games";
import { awardsJson } from "./awards-json";

const player = aPlayer([], { name: "Anna" });

test("badges have kind, title, date and icon, and the answer says when RA was asked", () => {
  const badges = [
    { kind: "event", title: "Relay", iconPath: "/Images/000001.png", at: 1_767_211_200 },
    { kind: "site", title: "Patreon supporter", iconPath: null, at: 1_451_714_032 },
  ] as const;
  const answer = awardsJson(player, { badges, checkedAt: Date.parse("2026-11-30T12:00:00Z") });
  expect(awards.parse(answer)).toMatchObject({
    ...{ user: "Anna", checkedAt: "2026-11-30T12:00:00.000Z", total: 2 },
    results: [
      { kind: "event", date: "2025-12-31T20:00:00.000Z", icon: "/Images/000001.png" },
      { kind: "site", title: "Patreon supporter", icon: null },
    ],
  });
});

test("without badges that can be had there is none, and no date", () => {
  const answer = awardsJson(player, null);
  expect(awards.parse(answer)).toMatchObject({ checkedAt: null, total: 0, results: [] });
});
