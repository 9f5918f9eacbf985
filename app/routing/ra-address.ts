import { LIST_PARAMETERS } from "@/lib/progress/list-query";

/** The parameters of RA's Completion Progress page (`/user/{user}/progress`), and ours with the same values. */
const PARAMETERS = {
  "filter[system]": "system",
  "filter[status]": "status",
  "page[number]": "page",
} as const;

/** RA's ways to say that a filter keeps all games. Ours say it by being left out: `subsets=0` is a value. */
const ALL = new Set(["", "null", "0"]);

/**
 * The search of our Completion Progress page for one of RA's; `sort` is the same on both.
 *
 * @returns null for a search without parameters of RA's own
 */
export function searchOfRa(given: URLSearchParams): string | null {
  const names = Object.entries(PARAMETERS);
  if (!names.some(([name]) => given.has(name))) return null;
  const search = new URLSearchParams();
  for (const name of LIST_PARAMETERS) {
    const [ofRa = name] = names.find(([, own]) => own === name) ?? [];
    const value = given.get(ofRa) ?? given.get(name) ?? "";
    if (!ALL.has(value) || (name === "subsets" && value !== "")) search.set(name, value);
  }
  return search.size === 0 ? "" : `?${search}`;
}
