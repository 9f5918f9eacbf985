import type { Metadata } from "next";
import type { ReactNode } from "react";
import { askedParameters, type SearchParams } from "@/app/_components/asked-parameters";
import { DemoNotice } from "@/app/_components/demo-notice";
import { PlayerBar } from "@/app/user/[user]/_components/player-bar";
import {
  COMPARE_PARAMETERS,
  compareQueryToSearch,
  parseCompareQuery,
} from "@/lib/compare/compare-query";
import { activeCompareFilters } from "@/lib/compare/describe-compare";
import { joinLibraries } from "@/lib/compare/join-libraries";
import { compareOverview } from "@/lib/compare/overview";
import { env } from "@/lib/env";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadPageVersion } from "@/lib/players/load-player";
import { loadTimes } from "@/lib/players/times/load-times";
import { loadUnlocks } from "@/lib/players/unlocks/load-unlocks";
import { firstUnlockYear } from "@/lib/players/unlocks/load-year";
import { isOtherVersion } from "@/lib/players/view-revision";
import { reviewYears, yearOf } from "@/lib/progress/review-years";
import { mediaBase, siteBase } from "@/lib/retroachievements/retroachievements";
import { compareTotals } from "@/lib/times/compare-times";
import { NO_TIMES } from "@/lib/times/list-time";
import { packCompareView } from "@/lib/views/compare-view";
import type { Library } from "@/lib/views/library";
import { compareView } from "@/lib/views/make-compare-view";
import { packCompareOverview } from "@/lib/views/packed-compare-overview";
import { ChoosePlayers } from "../_components/choose-players";
import { ComparePage } from "../_components/compare-page";
import { figuresOf } from "../_components/compared-figures";
import { joinNames } from "../_components/join-names";
import { PlayersAchievements, type PlayerUnlocks } from "../_components/players-achievements";
import { suggestedNames } from "../_components/suggested-names";
import { totalsOfTimes } from "../_components/totals-of-times";

/** The size of the versus card at `scale=2`, in pixels. */
const VERSUS_AT_TWO = { width: 990, height: 416 };

interface Props {
  /** The version of each player's page, as the proxy writes them. */
  params: Promise<{ versions: string[] }>;
  searchParams: SearchParams;
}

async function load({ params }: Props): Promise<Library[]> {
  return Promise.all((await params).versions.map(loadPageVersion));
}

async function queryOf({ searchParams }: Props, players: number) {
  return parseCompareQuery(await askedParameters(searchParams, COMPARE_PARAMETERS), players);
}

/** The libraries with what is known of their times. */
function withTimes(libraries: readonly Library[]): Promise<Library[]> {
  return Promise.all(
    libraries.map(async (library) => {
      const known = await loadTimes(library.player);
      return known ? { ...library, times: known.times } : library;
    }),
  );
}

/** What {@link ComparePage} shows of the players' games and times. */
async function shownOf(props: Props, libraries: readonly Library[]) {
  const [timed, query] = await Promise.all([
    withTimes(libraries),
    queryOf(props, libraries.length),
  ]);
  const view = compareView(timed, query);
  const games = timed.map(({ player }) => player.games);
  const players = timed.map(({ player, times = NO_TIMES }) => ({ games: player.games, times }));
  return {
    initial: packCompareView(view),
    overview: packCompareOverview(compareOverview(games)),
    figures: figuresOf(view.games, timed),
    times: totalsOfTimes(compareTotals(joinLibraries(games), players)),
  };
}

/** The chart of all players' achievements; null if the unlocks of any are not known. */
async function achievementsOf(libraries: readonly Library[]): Promise<ReactNode> {
  const found = await Promise.all(libraries.map(({ player }) => loadUnlocks(player)));
  const players = libraries.flatMap(({ player }, at): PlayerUnlocks[] => {
    const known = found[at];
    if (!known) return [];
    const { sums, isComplete, since } = known;
    const years = reviewYears(player.games, player.checkedAt, firstUnlockYear(known));
    return [{ name: player.profile.name, sums, knownSince: isComplete ? null : since, years }];
  });
  return players.length === libraries.length ? <PlayersAchievements players={players} /> : null;
}

const nameOf = ({ player }: Library) => player.profile.name;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const libraries = await load(props);
  const names = libraries.map(nameOf);
  const [first = "", other] = names;
  if (other === undefined) {
    return { title: `Compare ${first} with …`, robots: { index: false, follow: true } };
  }
  const list = await queryOf(props, names.length);
  const { systems } = compareView(libraries, list);
  const filters = activeCompareFilters(list.query, systems, names).map(({ label }) => label);
  const all = names.join(" vs ");
  const title = filters.length > 0 ? `${all}: ${filters.join(", ")}` : all;
  const description = `${joinNames(names)} on RetroAchievements, game by game: who is ahead, their games in common, and what to catch up on.`;
  const isDefault = compareQueryToSearch(list.query) === "";
  return {
    title,
    description,
    ...shareMetadata(first, title, description, "?scale=2", {
      file: `versus-${other}`,
      ...VERSUS_AT_TWO,
    }),
    ...(!isDefault && { robots: { index: false, follow: true } }),
  };
}

/** A comparison, or the form to choose others for one player. The proxy shows it at the players' own URL. */
export default async function Page(props: Props) {
  const libraries = await load(props);
  const names = libraries.map(nameOf);
  const [first = ""] = names;
  const { versions } = await props.params;
  const areOthers = await Promise.all(
    libraries.map((library, at) => isOtherVersion(versions[at] ?? "", "comparison", library)),
  );
  // The proxy does not cache such a page.
  const incomplete = areOthers.includes(true) && { "data-incomplete": true };
  return (
    <main id="main" {...incomplete}>
      <link rel="canonical" href={`${env().SITE_URL ?? ""}/compare/${names.join("/")}`} />
      <DemoNotice />
      <PlayerBar
        name={first}
        year={yearOf(libraries[0]?.player.checkedAt ?? 0)}
        current="compare"
      />
      {names.length === 1 ? (
        <ChoosePlayers
          title={`Compare ${first} with …`}
          names={names}
          suggested={await suggestedNames()}
        />
      ) : (
        <ComparePage
          {...(await shownOf(props, libraries))}
          mediaBase={mediaBase()}
          freshSeconds={env().CACHE_FRESH_SECONDS}
          siteBase={siteBase()}
          achievements={await achievementsOf(libraries)}
        />
      )}
    </main>
  );
}
