import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askedParameters, type SearchParams } from "@/app/_components/asked-parameters";
import { DemoNotice } from "@/app/_components/demo-notice";
import { StoredZoneScript } from "@/app/_components/unlocks/stored-zone-script";
import { NOT_INDEXED } from "@/app/user/[user]/page-metadata";
import { env } from "@/lib/env";
import { YEAR_PARAMETERS } from "@/lib/http/page-zone";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadPageVersion } from "@/lib/players/load-player";
import { loadTimes } from "@/lib/players/times/load-times";
import { loadUnlocks } from "@/lib/players/unlocks/load-unlocks";
import { firstUnlockYear } from "@/lib/players/unlocks/load-year";
import { isOtherVersion } from "@/lib/players/view-revision";
import { reviewYears } from "@/lib/progress/review-years";
import { yearReview } from "@/lib/progress/year-review";
import { gameBase, mediaBase } from "@/lib/retroachievements/retroachievements";
import { yearTimes } from "@/lib/times/year-times";
import { loadUnlocksOfYear } from "./_components/load-unlocks-of-year";
import { YearPage } from "./_components/year-page";
import { yearSentence } from "./_components/year-sentence";

interface Props {
  /** A version of a player's page, as the proxy names it, and a year. */
  params: Promise<{ user: string; year: string }>;
  searchParams: SearchParams;
}

/** The proxy caches it: Next must not keep every version. */
export const dynamic = "force-dynamic";

async function load(params: Props["params"]) {
  const { user, year } = await params;
  const library = await loadPageVersion(user);
  const { games, checkedAt } = library.player;
  // Before the data: what is too late for this may come a moment later.
  const isOther = await isOtherVersion(user, "year", library);
  const first = firstUnlockYear(await loadUnlocks(library.player));
  // The proxy answers unknown years: it has found this one.
  const firstUnlock = Math.min(first ?? Number(year), Number(year));
  const review = yearReview(games, checkedAt, Number(year), firstUnlock);
  if (!review) notFound();
  return {
    ...{ library, isOther, review },
    years: reviewYears(games, checkedAt, firstUnlock),
    hasCards: reviewYears(games, checkedAt).includes(review.year),
  };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ library, review, hasCards }, asked] = await Promise.all([
    load(params),
    askedParameters(searchParams, YEAR_PARAMETERS),
  ]);
  const { name } = library.player.profile;
  const title = `${name}: ${review.year}${review.isSoFar ? " so far" : ""}`;
  const description = yearSentence(name, review);
  return {
    title,
    description,
    // A day or a time zone is too many pages for crawlers.
    ...(asked.size > 0 && NOT_INDEXED),
    ...shareMetadata(
      ...([name, title, description, ""] as const),
      hasCards ? { file: `share-${review.year}`, width: 1200, height: 630 } : undefined,
    ),
  };
}

/** A year of a player, as a story to scroll through and to post. The proxy serves it below the player's URL. */
export default async function Page({ params, searchParams }: Props) {
  const [{ library, isOther, review, years, hasCards }, asked] = await Promise.all([
    load(params),
    askedParameters(searchParams, YEAR_PARAMETERS),
  ]);
  const { player, refreshError } = library;
  const [{ unlocks, isPartial }, known] = await Promise.all([
    loadUnlocksOfYear(player, review.year, asked),
    loadTimes(player),
  ]);
  // The proxy does not cache such a page.
  const incomplete = (isPartial || isOther) && { "data-incomplete": true };
  const address = `${env().SITE_URL ?? ""}/user/${player.profile.name}/year/${review.year}`;
  return (
    <main id="main" {...incomplete}>
      {unlocks.loaded && <StoredZoneScript />}
      <link rel="canonical" href={address} />
      <DemoNotice />
      <YearPage
        player={player}
        refreshError={refreshError}
        review={review}
        years={years}
        hasCards={hasCards}
        unlocks={unlocks}
        times={yearTimes(player.games, known?.times ?? new Map(), review.year)}
        mediaBase={mediaBase()}
        gameBase={gameBase()}
      />
    </main>
  );
}
