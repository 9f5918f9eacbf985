import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Profile } from "@/lib/domain/player";
import { PlayersTable } from "./players-table";

const counts = { played: 10, unfinished: 4, beatenCasual: 0, beaten: 1, completed: 2, mastered: 3 };

const profile = (name: string): Profile => ({
  name,
  ulid: "00003EMFWR7XB8SDPEHB3K56ZQ",
  avatarPath: `/UserPic/${name}.png`,
  motto: "",
  lastSeen: "",
  lastGameId: null,
  memberSince: 1_451_695_444,
  points: 100,
  casualPoints: 0,
  retroPoints: 200,
});

/** The figures that are marked as the largest, of players with these averages. */
function mostOf(...averages: number[]): string[] {
  const html = renderToStaticMarkup(
    <PlayersTable
      profiles={averages.map((_, at) => profile(`Player${at}`))}
      figures={averages.map((averageWon) => ({ counts, averageWon }))}
      times={[]}
    />,
  );
  return [...html.matchAll(/>([^<]*)<\/a><span[^>]*>, the most</g)].map(([, most = ""]) => most);
}

test("the largest figure is marked, unless two are the same", () => {
  expect(mostOf(0.5, 0.72)).toEqual(["72%"]);
  expect(mostOf(0.72, 0.72, 0.5)).toEqual([]);
});

test("two figures that read the same are not marked", () => {
  expect(mostOf(0.721, 0.728)).toEqual([]);
  expect(mostOf(0.721, 0.728, 0.5)).toEqual([]);
});
