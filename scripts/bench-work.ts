import { parseCardFile } from "@/lib/cards";
import { readCardRequest } from "@/lib/cards/card-request";
import { drawCard } from "@/lib/cards/draw-card";
import { drawPng } from "@/lib/cards/png";
import type { Player } from "@/lib/domain/player";
import { decodePlayer, encodePlayer } from "@/lib/players/stored-player";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { userProfile } from "@/lib/retroachievements/wire";
import { gamesOf } from "../e2e/support/games-of";
import { aWirePlayer } from "../e2e/support/wire-player";
import { median } from "./bench-http";

/** What a piece of work cost. */
export interface Work {
  name: string;
  milliseconds: number;
}

const SIZES = [100, 1000, 5000, 20_000];

/** Milliseconds of a run, the middle of some, after some that compile code. */
async function time(work: (run: number) => unknown, runs = 15): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs * 2; run++) {
    const started = performance.now();
    await work(run);
    times.push(performance.now() - started);
  }
  return median(times.slice(runs));
}

function playerOf(games: number): Player {
  const { profile, results } = aWirePlayer({ name: "Benched", games });
  return {
    profile: userProfile.parse(profile),
    games: gamesOf(results),
    checkedAt: Date.parse("2026-11-01T00:00:00Z"),
  };
}

/** Drawing, filtering libraries of several sizes, and what goes into the store and comes back, each alone. */
export async function measureWork(): Promise<Work[]> {
  const found: Work[] = [];
  const add = async (name: string, work: (run: number) => unknown, runs?: number) => {
    found.push({ name, milliseconds: await time(work, runs) });
  };
  const card = parseCardFile("summary.svg")?.card;
  if (!card) throw new Error("There is no summary card.");
  const asked = readCardRequest(card, new URLSearchParams());
  const data = { player: playerOf(1313), isDated: false, image: () => null };
  const svg = drawCard(asked, data);
  await add("draw a card as SVG", () => Buffer.from(drawCard(asked, data)));
  const parts = svg.split('"');
  await add("write as many bytes with a template", () =>
    Buffer.from(parts.map((part, at) => (at % 2 === 1 ? `"${part}"` : part)).join("")),
  );
  await add("draw its PNG", () => drawPng(svg, 1, "en"));
  for (const size of SIZES) {
    const player = playerOf(size);
    // Other words each time, so that nothing of the run before is of use.
    await add(`search ${size} games`, (run) =>
      listGames(player.games, { ...DEFAULT_LIST_QUERY, q: String.fromCharCode(97 + (run % 26)) }),
    );
  }
  for (const size of SIZES) {
    const fetched = { player: playerOf(size), readWholeAt: 0 };
    const stored = await encodePlayer(fetched);
    await add(
      `encode ${size} games for the store (${stored.length} bytes)`,
      () => encodePlayer(fetched),
      5,
    );
    await add(`decode ${size} games`, () => decodePlayer(stored), 5);
  }
  return found;
}
