import type { Metadata } from "next";
import { askedParameters, type SearchParams } from "@/app/_components/asked-parameters";
import { canonicalZone } from "@/lib/domain/time-zones";
import { parseShelf, SHELF_PARAMETERS } from "@/lib/progress/shelf-query";
import { OverviewMain } from "./_components/overview-main";
import { overviewMetadata } from "./page-metadata";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return overviewMetadata((await params).user);
}

/** A player's overview. The proxy shows it at the player's own URL, and caches it without a query. */
export default async function Page({ params, searchParams }: Props) {
  const asked = await askedParameters(searchParams, [...SHELF_PARAMETERS, "tz", "chart"]);
  const zone = canonicalZone(asked.get("tz") ?? "") ?? "UTC";
  return (
    <OverviewMain
      version={(await params).user}
      shelf={parseShelf(asked)}
      zone={zone}
      chart={asked.get("chart") === "points" ? "points" : "awards"}
    />
  );
}
