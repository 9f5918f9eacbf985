import type { Metadata } from "next";
import { askedParameters, type SearchParams } from "@/app/_components/asked-parameters";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadPageVersion } from "@/lib/players/load-player";
import { describeQuery } from "@/lib/progress/describe-query";
import {
  DEFAULT_LIST_QUERY,
  LIST_PARAMETERS,
  type ListQuery,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";
import { playedSystems } from "@/lib/progress/systems";
import { NOT_INDEXED, progressMetadata } from "../page-metadata";
import { ProgressMain } from "./_components/progress-main";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { user } = await params;
  const parameters = await askedParameters(searchParams, LIST_PARAMETERS);
  if (parameters.size === 0) return progressMetadata(user);
  const { query } = parseListQuery(parameters);
  const { player } = await loadPageVersion(user);
  const { name } = player.profile;
  const wordsFor = (list: ListQuery) => {
    const filters = describeQuery(list, playedSystems(player.games)).join(", ") || "all games";
    return {
      title: `${name}: ${filters}`,
      description: `From the RetroAchievements library of ${name}: ${filters}.`,
    };
  };
  // A page of a list, and its order, are of the same games. A card cannot leave subsets out: its words do not say so either.
  const shared: ListQuery = { ...query, sort: DEFAULT_LIST_QUERY.sort, subsets: "1", page: 1 };
  const preview = wordsFor(shared);
  return {
    ...wordsFor(query),
    ...shareMetadata(name, preview.title, preview.description, listQueryToSearch(shared)),
    ...NOT_INDEXED,
  };
}

/**
 * A player's Completion Progress page with the games that a query finds. The proxy shows it at the player's own URL, and
 * caches it without a query.
 */
export default async function Page({ params, searchParams }: Props) {
  const list = parseListQuery(await askedParameters(searchParams, LIST_PARAMETERS));
  return <ProgressMain version={(await params).user} list={list} />;
}
