import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWireAward } from "@/e2e/support/wire-awards";
import { aWirePlayer, type WireAward } from "@/e2e/support/wire-player";

const read = (user: string) => aClient().fetchAwards(user);
const setAwards = (name: string, awards: WireAward[], hiddenAwards = 0) =>
  standIn.setPlayer({ ...aWirePlayer({ name, games: 40 }), awards, hiddenAwards });

test("badges of events and of the site come newest first, awards of games do not", async () => {
  setAwards("Badges", [
    aWireAward({ AwardedAt: "2016-01-02T05:53:52+00:00" }),
    aWireAward({ AwardType: "Patreon Supporter", Title: null, ImageIcon: null }),
  ]);
  expect(await read("badges")).toEqual([
    { kind: "Patreon Supporter", title: null, iconPath: null, at: 1_767_211_200 },
    {
      ...{ kind: "Event", title: "Achievement of the Week & more" },
      ...{ iconPath: "/Images/074560.png", at: 1_451_714_032 },
    },
  ]);
});

test("hidden awards are never there", async () => {
  setAwards("Hidden", [], 3);
  expect(await read("Hidden")).toEqual([]);
});

test("a kind that is new is a badge too, an unreadable one is left out", async () => {
  setAwards("Odd", [
    aWireAward({ AwardType: "Moon Landing", ImageIcon: "https://elsewhere.example/x.png" }),
    { ...aWireAward(), AwardedAt: "soon" },
  ]);
  expect(await read("Odd")).toMatchObject([{ kind: "Moon Landing", iconPath: null }]);
});

test("an unknown player has none, and one without awards neither", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Fresh", games: 0 }));
  expect(await read("Stranger")).toEqual([]);
  expect(await read("Fresh")).toEqual([]);
});

test.each(["huge", "endless", "bomb", "many-rows", "brackets", "html", "malformed"] as const)(
  "an answer like %s is refused",
  async (mode) => {
    standIn.fail(mode, { endpoint: "awards" });
    await expect(read("Hostile")).rejects.toMatchObject({ code: "invalid-response" });
  },
);

test("an answer without a readable award is refused", async () => {
  setAwards("Other", []);
  standIn.setFields("awards", "Other", { VisibleUserAwards: Array(20).fill({ Award: 1 }) });
  await expect(read("Other")).rejects.toMatchObject({ code: "invalid-response" });
});
