import type { Metadata } from "next";
import { parsePageVersion } from "@/lib/players/page-version";
import { LIST_PARAMETERS, parseListQuery } from "@/lib/progress/list-query";
import { STATUS_FILTERS } from "@/lib/progress/status";
import { PlayerPage } from "../_components/player-page";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function listOf(searchParams: Props["searchParams"]) {
  const given = await searchParams;
  const parameters = new URLSearchParams();
  for (const name of LIST_PARAMETERS) {
    const value = given[name];
    if (typeof value === "string") parameters.set(name, value);
  }
  return parseListQuery(parameters);
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { name } = parsePageVersion((await params).user);
  const { query } = await listOf(searchParams);
  const filter = STATUS_FILTERS.find(({ value }) => value === query.status);
  return { title: `${name}: ${filter?.label ?? "games"}`, robots: { index: false, follow: true } };
}

/** A player's page with filtered or sorted games; shown by the proxy under the player's own URL. */
export default async function FilteredPage({ params, searchParams }: Props) {
  return <PlayerPage version={(await params).user} list={await listOf(searchParams)} />;
}
