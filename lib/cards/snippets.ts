import { escapeXml } from "@/lib/xml";

/** Code to embed a card. */
export interface Snippet {
  name: string;
  text: string;
  /** Instructions, if they are not obvious. */
  hint?: string;
}

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

/** Code to embed a card in profiles, forums, pages and OBS. */
export function snippets({ cardUrl, pageUrl, linkUrl = pageUrl, alt }: SnippetInput): Snippet[] {
  const png = cardUrl.replace(/\.svg(?=\?|$)/, ".png");
  const themed = (theme: string) => {
    const url = new URL(cardUrl);
    url.searchParams.set("theme", theme);
    return url.toString();
  };
  const followsReader = (new URL(cardUrl).searchParams.get("theme") ?? "auto") === "auto";
  const image = `<img src="${escapeXml(followsReader ? themed("light") : cardUrl)}" alt="${escapeXml(alt)}">`;
  const picture = followsReader
    ? `<picture><source media="(prefers-color-scheme: dark)" srcset="${escapeXml(themed("dark"))}">${image}</picture>`
    : image;
  const markdownAlt = alt.replace(/[[\]\\]/g, "\\$&");
  const locale = new URL(cardUrl).searchParams.get("locale");
  const shown = new URLSearchParams({ show: "mastered", ...(locale && { locale }) });
  const badge = encodeURIComponent(`${pageUrl}/badge.json?${shown}`);
  return [
    { name: "Markdown", text: `[![${markdownAlt}](${cardUrl})](${linkUrl})` },
    { name: "HTML", text: `<a href="${escapeXml(linkUrl)}">${picture}</a>` },
    { name: "BBCode", text: `[url=${linkUrl}][img]${png}[/img][/url]` },
    {
      name: "reStructuredText",
      text: `.. image:: ${cardUrl}\n   :target: ${linkUrl}\n   :alt: ${alt}`,
    },
    { name: "URL", text: cardUrl },
    {
      name: "OBS",
      text: cardUrl.replace(/\.svg(?=\?|$)/, ".html"),
      hint: "In OBS add a Browser source with this URL. It is transparent and asks for a newer card every minute.",
    },
    {
      name: "Shields badge",
      text: `[![${markdownAlt}](https://img.shields.io/endpoint?url=${badge})](${pageUrl})`,
    },
  ];
}
