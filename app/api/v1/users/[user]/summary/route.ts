import { listResponse } from "@/lib/http/list-response";
import { countGames } from "@/lib/progress/counts";
import { milestones } from "@/lib/progress/milestones";
import { awardMonths } from "@/lib/progress/months";
import { systemProgress } from "@/lib/progress/system-progress";

interface Context {
  params: Promise<{ user: string }>;
}

/** A player in figures: counts, systems with their award mix, milestones, and the awards a month. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return listResponse(
    request,
    (await params).user,
    () => ({ "Content-Type": "application/json" }),
    ({ found }) =>
      JSON.stringify({
        counts: countGames(found),
        systems: systemProgress(found).map(({ id, name, counts: { played, ...mix } }) => ({
          id,
          name,
          games: played,
          ...mix,
        })),
        milestones: milestones(found).map(({ kind, which, at, game }) => ({
          kind,
          which,
          date: new Date(at * 1000).toISOString(),
          gameId: game.id,
          title: game.title,
        })),
        months: awardMonths(found),
      }),
  );
}
