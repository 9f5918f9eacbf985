import {
  type PackedGames,
  packGames,
  packIcon,
  unpackGames,
  unpackIcon,
} from "@/lib/domain/packed-games";
import { AWARD_KINDS, type AwardKind, type Game, type Profile } from "@/lib/domain/player";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { Counts } from "@/lib/progress/counts";
import type { ListQuery } from "@/lib/progress/list-query";
import type { IgnoredParameter } from "@/lib/progress/query-parameters";
import type { PlayedSystem } from "@/lib/progress/systems";
import type { ListFigure } from "@/lib/times/list-figures";
import type { ListTimes } from "@/lib/times/list-time";
import { packListTimes } from "./pack-list-times";
import { type PackedTimes, unpackListTimes } from "./packed-times";

/** A milestone with what is shown of its game. */
export interface MilestoneView {
  kind: AwardKind;
  which: number | "latest";
  /** The UTC day, in days from 1970: no more of it is shown, and dozens of seconds weigh more. */
  day: number;
  gameId: number;
  title: string;
  /** Path below the media base. Not there: of one that is shown without a picture. */
  iconPath?: string;
}

/** So many milestones, the newest, are shown with a picture. */
export const PICTURED_MILESTONES = 8;

/** What a Completion Progress page shows: made on the server first, then in the browser from the library. */
export interface ProgressView {
  profile: Profile;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
  /** The systems to choose from: all that the player has games on. */
  systems: PlayedSystem[];
  /** What the player's games can be sorted by, beside RA's sorts. */
  figures: ListFigure[];
  /** Whether any of the player's games is a subset. */
  hasSubsets: boolean;
  query: ListQuery;
  /** Parameters of the URL that mean nothing. */
  ignored: IgnoredParameter[];
  /** Of the games that the query would find with any status (RA's rule). */
  counts: Counts;
  /** Games that the query finds, on all pages. */
  total: number;
  /** Of all games that the query finds (RA's rule). */
  milestones: MilestoneView[];
  page: number;
  pages: number;
  /** At most 100. */
  games: Game[];
  /** Of these games, if not of more. */
  times: ListTimes;
}

/** Milestones in columns, as {@link PackedGames} has games: a page has dozens. */
interface PackedMilestones {
  /** A digit a milestone: the place of its kind in `AWARD_KINDS`. */
  kinds: string;
  /** 0 for the latest. */
  which: number[];
  /** Days from the milestone before to this one, which is no newer. */
  before: number[];
  ids: number[];
  titles: string[];
  /** Of those with a picture, as `packIcon` gives them. */
  icons: (number | string)[];
}

interface PackedView extends Omit<ProgressView, "games" | "milestones" | "systems" | "times"> {
  systems: [id: number, name: string][];
  games: PackedGames;
  milestones: PackedMilestones;
  times: PackedTimes | null;
}

/** Packs a view for the browser: React takes one text there much faster than thousands of values. */
export function packView(view: ProgressView): string {
  const compact: PackedView = {
    ...view,
    systems: view.systems.map(({ id, name }) => [id, name]),
    games: packGames(view.games),
    milestones: packMilestones(view.milestones),
    times: packListTimes(view.games, view.times),
  };
  return JSON.stringify(compact);
}

function packMilestones(milestones: MilestoneView[]): PackedMilestones {
  return {
    kinds: milestones.map(({ kind }) => AWARD_KINDS.indexOf(kind)).join(""),
    which: milestones.map(({ which }) => (which === "latest" ? 0 : which)),
    before: milestones.map(({ day }, index) => (milestones[index - 1]?.day ?? 0) - day),
    ids: milestones.map(({ gameId }) => gameId),
    titles: milestones.map(({ title }) => title),
    icons: milestones.flatMap(({ iconPath }) => (iconPath === undefined ? [] : packIcon(iconPath))),
  };
}

function unpackMilestones(packed: PackedMilestones): MilestoneView[] {
  let day = 0;
  return packed.titles.map((title, index) => {
    day -= packed.before[index] ?? 0;
    const icon = packed.icons[index];
    return {
      kind: AWARD_KINDS[Number(packed.kinds[index])] ?? "mastered",
      which: packed.which[index] || "latest",
      day,
      gameId: packed.ids[index] ?? 0,
      title,
      ...(icon !== undefined && { iconPath: unpackIcon(icon) }),
    };
  });
}

/** The view that was packed. */
export function unpackView(packed: string): ProgressView {
  const compact: PackedView = JSON.parse(packed);
  const games = unpackGames(compact.games);
  return {
    ...compact,
    systems: compact.systems.map(([id, name]) => ({ id, name })),
    games,
    times: unpackListTimes(games, compact.times),
    milestones: unpackMilestones(compact.milestones),
  };
}
