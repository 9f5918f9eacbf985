import { createHash } from "node:crypto";
import type { AwardKind, Game, Player } from "@/lib/domain/player";
import { awardLabel } from "@/lib/progress/award";
import { systemName } from "@/lib/progress/systems";
import { parseTitle } from "@/lib/progress/title";
import { escapeXml } from "@/lib/xml";

const ENTRIES = 100;

/**
 * A player's newest 100 awards as an Atom feed (RFC 4287). Each entry leads to its game.
 *
 * @param siteUrl the site's address, without a slash at its end
 * @param gameBase what stands before `/{id}` in the address of a game's page; null where games have none
 */
export function awardFeed(player: Player, siteUrl: string, gameBase: string | null): string {
  const { profile, games } = player;
  const page = `${siteUrl}/user/${profile.name}`;
  const awards = games
    .flatMap((game) =>
      game.highestAwardKind && game.highestAwardAt !== null
        ? [{ game, kind: game.highestAwardKind, at: game.highestAwardAt }]
        : [],
    )
    .sort((a, b) => b.at - a.at)
    .slice(0, ENTRIES);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${stableId([profile.ulid])}</id>`,
    `<title>${escapeXml(profile.name)}: awards</title>`,
    `<updated>${moment(awards[0]?.at ?? profile.memberSince)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${page}/feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<author><name>${escapeXml(profile.name)}</name><uri>${escapeXml(page)}</uri></author>`,
    ...awards.map(({ game, kind, at }) =>
      entry(profile.ulid, gameBase === null ? page : `${gameBase}/${game.id}`, game, kind, at),
    ),
    "</feed>",
    "",
  ].join("\n");
}

function entry(ulid: string, href: string, game: Game, kind: AwardKind, at: number): string {
  const { name, subset } = parseTitle(game.title);
  const title = `${awardLabel(kind)}: ${name}${subset === null ? "" : ` (${subset})`}`;
  return [
    "<entry>",
    `<id>${stableId([ulid, String(game.id), kind])}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${moment(at)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    `<summary>${escapeXml(`${game.title}, ${systemName(game)}`)}</summary>`,
    "</entry>",
  ].join("");
}

/** A UUID (version 5) of what an entry is about: the same wherever and whenever the feed is made. */
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
