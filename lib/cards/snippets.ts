import { escapeXml } from "@/lib/xml";
import type { NO_SERVER, Place } from "./places";

interface SnippetInput {
  /** Absolute URL of the card as SVG, with its options. */
  cardUrl: string;
  /** Absolute URL of the player's page. */
  pageUrl: string;
  /** Absolute URL that the card links to, if it is not the player's page. */
  linkUrl?: string;
  /** Alternative text. */
  alt: string;
}

/** The code that shows a card of this site, for each place. */
export function snippets(input: SnippetInput): Record<Exclude<Place, typeof NO_SERVER>, string> {
  const { cardUrl, pageUrl, linkUrl = pageUrl, alt } = input;
  const as = (format: string) => cardUrl.replace(/\.svg(?=\?|$)/, `.${format}`);
  const having = (url: string, name: string, value: string) => {
    const changed = new URL(url);
    changed.searchParams.set(name, value);
    return changed.toString();
  };
  const options = new URL(cardUrl).searchParams;
  const followsReader = (options.get("theme") ?? "auto") === "auto";
  const themed = (theme: string) => escapeXml(having(cardUrl, "theme", theme));
  const image = `<img src="${followsReader ? themed("light") : escapeXml(cardUrl)}" alt="${escapeXml(alt)}">`;
  const picture = followsReader
    ? `<picture><source media="(prefers-color-scheme: dark)" srcset="${themed("dark")}">${image}</picture>`
    : image;
  const markdownAlt = alt.replace(/[[\]\\]/g, "\\$&");
  const locale = options.get("locale");
  const shown = new URLSearchParams({ show: "mastered", ...(locale && { locale }) });
  const badge = encodeURIComponent(`${pageUrl}/badge.json?${shown}`);
  return {
    GitHub: `[![${markdownAlt}](${cardUrl})](${linkUrl})`,
    "Forum BBCode": `[url=${linkUrl}][img]${as("png")}[/img][/url]`,
    HTML: `<a href="${escapeXml(linkUrl)}">${picture}</a>`,
    // Twice as large, for dense screens.
    "Discord and chat": having(as("png"), "scale", "2"),
    OBS: as("html"),
    Shields: `[![${markdownAlt}](https://img.shields.io/endpoint?url=${badge})](${pageUrl})`,
  };
}
