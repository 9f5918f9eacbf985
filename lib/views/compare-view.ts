import type { CompareQuery } from "@/lib/compare/compare-query";
import { type ComparedGame, compareGame } from "@/lib/compare/join-libraries";
import { type PackedGames, packGames, unpackGames } from "@/lib/domain/packed-games";
import type { Game, Profile } from "@/lib/domain/player";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { IgnoredParameter } from "@/lib/progress/query-parameters";
import type { PlayedSystem } from "@/lib/progress/systems";

/** A compared player. */
export interface ComparedPlayer {
  profile: Profile;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Why the last refresh failed, or null. */
  refreshError: UpstreamErrorCode | null;
}

/** The list of a comparison's page. The server makes the first one, the browser the next ones. */
export interface CompareView {
  /** In the order of the URL. */
  players: ComparedPlayer[];
  /** The systems that any of the players has games on. */
  systems: PlayedSystem[];
  query: CompareQuery;
  /** Parameters of the URL with bad values. */
  ignored: IgnoredParameter[];
  page: number;
  pages: number;
  /** Number of found games on all pages. */
  total: number;
  /** At most 100. */
  games: ComparedGame[];
}

interface PackedCompareView extends Omit<CompareView, "games"> {
  rows: number;
  /** The games of each player, and their rows. */
  progress: { games: PackedGames; rows: number[] }[];
}

/** Packs a view for the browser. A title and an icon that players share are in it once. */
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

/** Reverses {@link packCompareView}. */
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

/** A player's progress without a title and an icon that the first player of the game has too. */
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
