/** A page of the documentation. */
interface DocsPageEntry {
  path: `/docs${string}`;
  /** Its link in the bar. */
  label: string;
  title: string;
  about: string;
}

/** The pages of the documentation, in the order of their bar. */
export const DOCS_PAGES = [
  {
    path: "/docs",
    label: "Start",
    title: "Cards and API",
    about: "A RetroAchievements player's progress as a picture or as JSON. Free, no API key.",
  },
  {
    path: "/docs/cards",
    label: "Cards",
    title: "Cards",
    about: "All cards with their options. Each is an SVG and a PNG at a fixed address.",
  },
  {
    path: "/docs/api",
    label: "API",
    title: "API",
    about: "JSON, files, feeds and badges. No key, any origin.",
  },
  {
    path: "/docs/endpoint",
    label: "RA endpoint",
    title: "User Completion Progress",
    about: "RetroAchievements' endpoint at its own path: change the host, drop the key.",
  },
  {
    path: "/docs/problems",
    label: "Problems",
    title: "Problems and limits",
    about: "What an error means, what to do about it, and how much you can ask for.",
  },
] as const satisfies readonly DocsPageEntry[];

export type DocsPath = (typeof DOCS_PAGES)[number]["path"];

/** The page at a path. */
export function docsPage(path: DocsPath): DocsPageEntry {
  return DOCS_PAGES.find((page) => page.path === path) ?? DOCS_PAGES[0];
}
