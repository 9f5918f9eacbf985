import { type CompareQuery, comparedSystems, listCompared } from "@/lib/compare/compare-query";
import { type ComparedGame, compareGame, joinLibraries } from "@/lib/compare/join-libraries";
import { type PackedGames, packGames, unpackGames } from "@/lib/domain/packed-games";
import type { Game, Profile } from "@/lib/domain/player";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { IgnoredParameter } from "@/lib/progress/query-parameters";
import type { PlayedSystem } from "@/lib/progress/systems";
import type { Library } from "./library";

/** One of the players who are compared. */
export interface ComparedPlayer {
  profile: Profile;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
}

/** What the page of players side by side lists: made on the server first, then in the browser from the libraries. */
export interface CompareView {
  /** In the order of the URL. */
  players: ComparedPlayer[];
  /** The systems to choose from: all that anybody has games on. */
  systems: PlayedSystem[];
  query: CompareQuery;
  /** Parameters of the URL that mean nothing. */
  ignored: IgnoredParameter[];
  page: number;
  pages: number;
  /** Games that the query finds, on all pages. */
  total: number;
  /** At most 100. */
  games: ComparedGame[];
}

/** The view of several libraries that a compare query asks for. */
export function compareView(
  libraries: readonly Library[],
  { query, ignored }: { query: CompareQuery; ignored: IgnoredParameter[] },
): CompareView {
  const joined = joinLibraries(libraries.map(({ player }) => player.games));
  const { games, page, pages, found } = listCompared(joined, query);
  return {
    players: libraries.map(({ player: { profile, checkedAt }, refreshError }) => ({
      profile,
      checkedAt,
      refreshError,
    })),
    systems: comparedSystems(joined),
    query: page === query.page ? query : { ...query, page },
    ignored,
    page,
    pages,
    total: found.length,
    games,
  };
}

interface PackedCompareView extends Omit<CompareView, "games"> {
  rows: number;
  /** Of each player the games that they play. */
  progress: { games: PackedGames; rows: number[] }[];
}

/** Packs a view for the browser, as `packView` packs a profile's. What players have in common is in it once. */
export function packCompareView({ games, ...view }: CompareView): string {
  const packed: PackedCompareView = {
    ...view,
    rows: games.length,
    progress: view.players.map((_, player) => {
      const rows = [...games.keys()].filter((row) => games[row]?.progress[player]);
      return {
        rows,
        games: packGames(rows.flatMap((row) => withoutCommon(games[row], player) ?? [])),
      };
    }),
  };
  return JSON.stringify(packed);
}

/** The view that was packed. */
export function unpackCompareView(text: string): CompareView {
  const { rows, progress, ...view }: PackedCompareView = JSON.parse(text);
  const all = Array.from({ length: rows }, () => view.players.map((): Game | null => null));
  for (const [player, { games, rows }] of progress.entries()) {
    for (const [at, game] of unpackGames(games).entries()) {
      const row = all[rows[at] ?? 0];
      const first = row?.find((each) => each !== null);
      if (row) row[player] = first ? withCommon(game, first) : game;
    }
  }
  return {
    ...view,
    games: all.flatMap((progress) => {
      const game = progress.find((each) => each !== null);
      return game ? [compareGame(game, progress)] : [];
    }),
  };
}

/** A player's progress without a title and an icon that the first who plays the game has too. */
function withoutCommon(row: ComparedGame | undefined, player: number): Game | null | undefined {
  const own = row?.progress[player];
  if (!own || !row || row.progress.findIndex((each) => each !== null) === player) return own;
  return {
    ...own,
    title: own.title === row.game.title ? "" : own.title,
    iconPath: own.iconPath === row.game.iconPath ? "" : own.iconPath,
  };
}

function withCommon(own: Game, first: Game): Game {
  return { ...own, title: own.title || first.title, iconPath: own.iconPath || first.iconPath };
}
