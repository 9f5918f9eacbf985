import type { Metadata } from "next";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadPageVersion } from "@/lib/players/load-player";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { PlayerPage } from "./_components/player-page";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
}

/** None is known when the site is built; each version is rendered once, when it is first asked for. */
export function generateStaticParams(): { user: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { player } = await loadPageVersion((await params).user);
  const { name } = player.profile;
  const description = `The RetroAchievements completion progress of ${name}: every game played, beaten, completed and mastered.`;
  return { title: name, description, ...shareMetadata(name, name, description) };
}

/** A player's public page: the newest games. */
export default async function Page({ params }: Props) {
  const { user } = await params;
  return <PlayerPage version={user} list={{ query: DEFAULT_LIST_QUERY, ignored: [] }} />;
}
