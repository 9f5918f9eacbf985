import { createHash } from "node:crypto";
import type { Game, Player } from "@/lib/domain/player";
import { awardLabel } from "@/lib/progress/award";
import { systemName } from "@/lib/progress/systems";
import { parseTitle } from "@/lib/progress/title";
import { escapeXml } from "@/lib/xml";

/** Entries of a feed. */
export const ENTRIES = 100;

/** The kinds of entries that a feed can have, in the order of its URL. */
export const FEED_KINDS = ["awards", "revisions", "achievements"] as const;

/** A kind of entries. */
export type FeedKind = (typeof FEED_KINDS)[number];

/** The default kinds of a feed. They never change, since readers have subscribed to them. */
export const DEFAULT_FEED: readonly FeedKind[] = ["awards"];

/** An entry of a feed. */
export interface FeedEntry {
  /** Its subject, from which, with the player's ULID, its id is derived. */
  about: readonly string[];
  title: string;
  summary: string;
  /** Epoch seconds. */
  at: number;
  gameId: number;
}

/**
 * The newest 100 entries as an Atom feed (RFC 4287). Each links to its game.
 *
 * @param kinds of the entries: a feed of other kinds has another id and URL
 * @param siteUrl of the site, without a slash at its end
 * @param gameBase URL of a game's page before `/{id}`; null where games have no pages
 */
export function atomFeed(
  { profile }: Player,
  kinds: readonly FeedKind[],
  entries: readonly FeedEntry[],
  siteUrl: string,
  gameBase: string | null,
): string {
  const page = `${siteUrl}/user/${profile.name}`;
  const only = kinds.join();
  const isDefault = only === DEFAULT_FEED.join();
  const self = `${page}/feed.xml${isDefault ? "" : `?only=${only}`}`;
  const newest = entries.toSorted((a, b) => b.at - a.at).slice(0, ENTRIES);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${stableId(isDefault ? [profile.ulid] : [profile.ulid, "feed", only])}</id>`,
    `<title>${escapeXml(profile.name)}: ${kinds.join(", ")}</title>`,
    `<updated>${moment(newest[0]?.at ?? profile.memberSince)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<author><name>${escapeXml(profile.name)}</name><uri>${escapeXml(page)}</uri></author>`,
    ...newest.map((entry) =>
      entryXml(profile.ulid, entry, gameBase === null ? page : `${gameBase}/${entry.gameId}`),
    ),
    "</feed>",
    "",
  ].join("\n");
}

/** One entry for each award of a library. */
export function awardEntries(games: readonly Game[]): FeedEntry[] {
  return games.flatMap((game) => {
    const { highestAwardKind: kind, highestAwardAt: at } = game;
    if (!kind || at === null) return [];
    const about = [String(game.id), kind];
    return [{ about, ...aboutGame(awardLabel(kind), game), at, gameId: game.id }];
  });
}

/** Title and summary of an entry about a game. */
export function aboutGame(
  what: string,
  game: Game,
  more = "",
): Pick<FeedEntry, "title" | "summary"> {
  const { name, subset } = parseTitle(game.title);
  return {
    title: `${what}: ${name}${subset === null ? "" : ` (${subset})`}`,
    summary: `${game.title}, ${systemName(game)}${more}`,
  };
}

function entryXml(ulid: string, { about, title, summary, at }: FeedEntry, href: string): string {
  return [
    "<entry>",
    `<id>${stableId([ulid, ...about])}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${moment(at)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    `<summary>${escapeXml(summary)}</summary>`,
    "</entry>",
  ].join("");
}

/** A UUID (version 5) of the subject of an entry, which never changes. */
function stableId(parts: string[]): string {
  const bytes = createHash("sha1")
    .update(["longplay", ...parts].join(":"))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

function moment(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString();
}
