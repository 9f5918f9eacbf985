import type { Metadata } from "next";
import { OverviewMain } from "./_components/overview-main";
import { overviewMetadata } from "./page-metadata";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
}

/** None is known when the site is built; each version is rendered once, when it is first asked for. */
export function generateStaticParams(): { user: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return overviewMetadata((await params).user);
}

/** A player's overview. The proxy shows it where its versions are kept in memory. */
export default async function Page({ params }: Props) {
  return <OverviewMain version={(await params).user} shelf="" />;
}
