/** The parts of the site that metrics and logs distinguish. */
export const SURFACES = [
  "page",
  "card",
  "json",
  "drop-in",
  "feed",
  "badge",
  "export",
  "other",
] as const;

/** One of {@link SURFACES}. */
export type Surface = (typeof SURFACES)[number];

/** Which part of the site a URL belongs to. */
export function surfaceOf(url: string): Surface {
  const path = new URL(url, "http://localhost").pathname;
  if (path.startsWith("/api/v1/")) return "json";
  if (/^\/api\/retroachievements\/|^\/API\//.test(path)) return "drop-in";
  const [, section, , part] = path.split("/");
  if (section === "compare") return "page";
  if (section !== "user") return "other";
  switch (part) {
    case undefined:
    case "embed":
    case "game":
    case "history":
    case "progress":
    case "year":
      return "page";
    case "cards":
    case "frame":
      return "card";
    case "feed.xml":
      return "feed";
    case "badge.json":
      return "badge";
    default:
      return "export";
  }
}
