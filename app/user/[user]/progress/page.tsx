import type { Metadata } from "next";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { progressMetadata } from "../page-metadata";
import { ProgressMain } from "./_components/progress-main";

interface Props {
  /** One version of a player's page, as the proxy names it. */
  params: Promise<{ user: string }>;
}

/** None is known when the site is built; each version is rendered once, when it is first asked for. */
export function generateStaticParams(): { user: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return progressMetadata((await params).user);
}

/** The Completion Progress page with the newest games. The proxy shows it where its versions are kept in memory. */
export default async function Page({ params }: Props) {
  const { user } = await params;
  return <ProgressMain version={user} list={{ query: DEFAULT_LIST_QUERY, ignored: [] }} />;
}
