import type { Metadata } from "next";
import { askedParameters, type SearchParams } from "@/app/_components/asked-parameters";
import { readPageZone } from "@/lib/http/page-zone";
import { ZONE_PARAMETER } from "@/lib/http/zone-search";
import { parseShelf, SHELF_PARAMETERS } from "@/lib/progress/shelf-query";
import { OverviewMain } from "./_components/overview-main";
import { NOT_INDEXED, overviewMetadata } from "./page-metadata";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ user }, asked] = await Promise.all([
    params,
    askedParameters(searchParams, [ZONE_PARAMETER]),
  ]);
  return { ...(await overviewMetadata(user)), ...(asked.size > 0 && NOT_INDEXED) };
}

/** A player's overview. The proxy shows it at the player's own URL, and caches it without a query. */
export default async function Page({ params, searchParams }: Props) {
  const asked = await askedParameters(searchParams, [...SHELF_PARAMETERS, ZONE_PARAMETER, "chart"]);
  return (
    <OverviewMain
      version={(await params).user}
      shelf={parseShelf(asked)}
      timeZone={readPageZone(asked)}
      chart={asked.get("chart") === "points" ? "points" : "awards"}
    />
  );
}
