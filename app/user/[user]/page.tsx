import type { Metadata } from "next";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { PlayerPage } from "./_components/player-page";
import { playerMetadata } from "./page-metadata";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
}

/** None is known when the site is built; each version is rendered once, when it is first asked for. */
export function generateStaticParams(): { user: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return playerMetadata((await params).user);
}

/** A player's public page: the newest games. The proxy shows it where its versions are kept in memory. */
export default async function Page({ params }: Props) {
  const { user } = await params;
  return <PlayerPage version={user} list={{ query: DEFAULT_LIST_QUERY, ignored: [] }} />;
}
