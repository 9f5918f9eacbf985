import { expect, test } from "vitest";
import { snippets } from "./snippets";

const textOf = (name: string, cardUrl = "https://site/user/Ann/cards/summary.svg?border=0") =>
  snippets({ cardUrl, pageUrl: "https://site/user/Ann", alt: "Ann's [best]" }).find(
    (snippet) => snippet.name === name,
  )?.text;

test("Markdown, BBCode and reStructuredText show the card and lead to the page", () => {
  expect(textOf("Markdown")).toBe(
    "[![Ann's \\[best\\]](https://site/user/Ann/cards/summary.svg?border=0)](https://site/user/Ann)",
  );
  expect(textOf("BBCode")).toBe(
    "[url=https://site/user/Ann][img]https://site/user/Ann/cards/summary.png?border=0[/img][/url]",
  );
  expect(textOf("reStructuredText")).toContain(":target: https://site/user/Ann\n");
});

test("HTML follows the reader's setting where the theme does, and escapes", () => {
  expect(textOf("HTML")).toContain(
    'media="(prefers-color-scheme: dark)" srcset="https://site/user/Ann/cards/summary.svg?border=0&amp;theme=dark"',
  );
  expect(textOf("HTML", "https://site/user/Ann/cards/summary.svg?theme=grape")).toBe(
    `<a href="https://site/user/Ann"><img src="https://site/user/Ann/cards/summary.svg?theme=grape" alt="Ann's [best]"></a>`,
  );
});
