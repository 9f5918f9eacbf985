import { escapeXml } from "@/lib/xml";

/** Code that shows a card in one place. */
export interface Snippet {
  /** The place: `GitHub`. */
  name: string;
  text: string;
  /** What to do with it there. */
  hint: string;
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

/** Code to show a card on GitHub, in forums, pages and chats, and in OBS. */
export function snippets({ cardUrl, pageUrl, linkUrl = pageUrl, alt }: SnippetInput): Snippet[] {
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
  return [
    {
      name: "GitHub",
      text: `[![${markdownAlt}](${cardUrl})](${linkUrl})`,
      hint: "Paste this into your README.md.",
    },
    {
      name: "Forum BBCode",
      text: `[url=${linkUrl}][img]${as("png")}[/img][/url]`,
      hint: "Paste this into a forum post or your signature.",
    },
    {
      name: "HTML",
      text: `<a href="${escapeXml(linkUrl)}">${picture}</a>`,
      hint: "Paste this into your website or blog.",
    },
    {
      name: "Discord and chat",
      // Twice as large, for dense screens.
      text: having(as("png"), "scale", "2"),
      hint: "Send this link in a chat: it shows the card as a PNG.",
    },
    {
      name: "OBS",
      text: as("html"),
      hint: "Add a Browser source in OBS with this URL: it is transparent and updates by itself.",
    },
    {
      name: "Shields",
      text: `[![${markdownAlt}](https://img.shields.io/endpoint?url=${badge})](${pageUrl})`,
      hint: "Paste this into your README.md: a small badge that counts your masteries.",
    },
  ];
}
