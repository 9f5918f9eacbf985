import { createHash } from "node:crypto";
import { THEME_SCRIPT } from "@/app/_components/theme-script";
import { ERROR_STYLE } from "@/lib/env";
import { Html, html } from "./html";
import { searchForm } from "./search-form";

/** Allows the style of these pages, as a source of `style-src`. */
export const ERROR_STYLE_SOURCE = `'sha256-${createHash("sha256").update(ERROR_STYLE).digest("base64")}'`;

interface ErrorPage {
  title: string;
  /** What stands between the site's header and its footer. */
  main: Html;
}

/**
 * A whole page that needs nothing but itself, between the site's header and its footer. Where there is nothing
 * to show, the proxy answers with it: a page of Next's app router cannot choose its status, and what becomes of
 * the status of a rewrite is up to the platform. Its style is that of the parts which it has in common with the
 * other pages; next.config.mjs brings it.
 *
 * @returns the document
 */
export function errorPage({ title, main }: ErrorPage): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#eef2f0">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0b1110">
<meta name="robots" content="noindex">
<title>${title} · Longplay</title>
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${new Html(ERROR_STYLE)}</style>
<script>${new Html(THEME_SCRIPT)}</script>
</head>
<body>
<header class="header">
<a class="skip" href="#main">Skip to content</a>
<a class="wordmark" href="/"><svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 5h18v14H3zM3 15h18M7 15V9h3v6M13 15v-4h4v4" fill="none" stroke="currentColor" stroke-width="2"/></svg> Longplay</a>
<div class="tools">${searchForm({ isCompact: true })}</div>
</header>
<main id="main" class="page">
${main}
</main>
<footer class="footer">
<p>Data from <a href="https://retroachievements.org">RetroAchievements</a>. <a href="/privacy">Privacy</a>. Longplay is made by players and is not part of RetroAchievements.</p>
</footer>
</body>
</html>
`.text;
}
