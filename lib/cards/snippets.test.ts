import { expect, test } from "vitest";
import { NO_SERVER, PLACES, type Place } from "./places";
import { snippets } from "./snippets";

const textOf = (
  place: Exclude<Place, typeof NO_SERVER>,
  cardUrl = "https://site/user/Ann/cards/summary.svg?border=0",
) => snippets({ cardUrl, pageUrl: "https://site/user/Ann", alt: "Ann's [best]" })[place];

test("GitHub and forums show the card and link to the page, a chat shows it large", () => {
  expect(textOf("GitHub")).toBe(
    "[![Ann's \\[best\\]](https://site/user/Ann/cards/summary.svg?border=0)](https://site/user/Ann)",
  );
  expect(textOf("Forum BBCode")).toBe(
    "[url=https://site/user/Ann][img]https://site/user/Ann/cards/summary.png?border=0[/img][/url]",
  );
  expect(textOf("Discord and chat")).toBe(
    "https://site/user/Ann/cards/summary.png?border=0&scale=2",
  );
});

test("each place has code, and says in one sentence what to do with it", () => {
  const made = snippets({ cardUrl: "https://s/c.svg", pageUrl: "https://s", alt: "Ann" });
  expect(Object.keys(made)).toEqual(Object.keys(PLACES).filter((place) => place !== NO_SERVER));
  for (const sentence of Object.values(PLACES)) expect(sentence).toMatch(/^[A-Z].{20,90}\.$/);
  expect(PLACES.GitHub).toBe("Paste this into your README.md.");
});

test("the OBS snippet is the live page with the same options", () => {
  expect(textOf("OBS")).toBe("https://site/user/Ann/cards/summary.html?border=0");
});

test("a card links to its own page, a badge to the profile", () => {
  const made = snippets({
    cardUrl: "https://site/user/Ann/cards/year-2025.svg",
    pageUrl: "https://site/user/Ann",
    linkUrl: "https://site/user/Ann/year/2025",
    alt: "Ann",
  });
  const target = "https://site/user/Ann/year/2025";
  expect(made.GitHub).toBe(`[![Ann](https://site/user/Ann/cards/year-2025.svg)](${target})`);
  expect(made.HTML).toMatch(new RegExp(`^<a href="${target}">`));
  expect(made["Forum BBCode"]).toMatch(`[url=${target}]`);
  expect(made.Shields).toContain("Ann%2Fbadge.json");
  expect(made.Shields).toMatch(/\(https:\/\/site\/user\/Ann\)$/);
});

test("a shields.io badge has the player's figures and links to the page", () => {
  expect(textOf("Shields")).toBe(
    "[![Ann's \\[best\\]](https://img.shields.io/endpoint?url=https%3A%2F%2Fsite%2Fuser%2FAnn%2Fbadge.json%3Fshow%3Dmastered)](https://site/user/Ann)",
  );
});

test("a badge has the card's language", () => {
  expect(textOf("Shields", "https://site/user/Ann/cards/summary.svg?locale=pt-BR")).toContain(
    "badge.json%3Fshow%3Dmastered%26locale%3Dpt-BR)",
  );
});

test("HTML has light and dark sources for the theme auto, and escapes", () => {
  const bySetting = `<a href="https://site/user/Ann"><picture><source media="(prefers-color-scheme: dark)" srcset="https://site/user/Ann/cards/summary.svg?border=0&amp;theme=dark"><img src="https://site/user/Ann/cards/summary.svg?border=0&amp;theme=light" alt="Ann's [best]"></picture></a>`;
  expect(textOf("HTML")).toBe(bySetting);
  expect(textOf("HTML", "https://site/user/Ann/cards/summary.svg?border=0&theme=auto")).toBe(
    bySetting,
  );
  expect(textOf("HTML", "https://site/user/Ann/cards/summary.svg?theme=grape")).toBe(
    `<a href="https://site/user/Ann"><img src="https://site/user/Ann/cards/summary.svg?theme=grape" alt="Ann's [best]"></a>`,
  );
});

test("BBCode has the card's PNG, with or without options", () => {
  const pictureOf = (cardUrl: string) =>
    /\[img\](.*)\[\/img\]/.exec(textOf("Forum BBCode", cardUrl))?.[1];
  expect(pictureOf("https://site/x.svg")).toBe("https://site/x.png");
  expect(pictureOf("https://a.svg.site/x.svg?title=y.svg")).toBe(
    "https://a.svg.site/x.png?title=y.svg",
  );
});

test("brackets and backslashes are escaped in Markdown", () => {
  const { GitHub } = snippets({ cardUrl: "https://s/c.svg", pageUrl: "https://s", alt: "a]\\[b" });
  expect(GitHub).toBe("[![a\\]\\\\\\[b](https://s/c.svg)](https://s)");
});
