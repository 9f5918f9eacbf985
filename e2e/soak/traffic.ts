/** What of a site is asked for, and which answers are no surprise. */
export interface Kind {
  name: string;
  /** How often, compared with the others. */
  weight: number;
  path: (user: string) => string;
  /** Whether the answer is to show the user's name. */
  showsName: boolean;
}

const FILTERS = ["status=eq-mastered", "sort=game_title", "q=super", "status=missing-unlocks"];

/** Mixed traffic, as a site gets it: mostly cards and pages. */
export const KINDS: readonly Kind[] = [
  { name: "page", weight: 20, path: (user) => `/user/${user}`, showsName: true },
  {
    name: "filtered page",
    weight: 8,
    path: (user) => `/user/${user}/progress?${FILTERS[user.length % FILTERS.length]}`,
    showsName: true,
  },
  { name: "SVG", weight: 30, path: (user) => `/user/${user}/cards/summary.svg`, showsName: false },
  {
    name: "PNG",
    weight: 8,
    path: (user) => `/user/${user}/cards/recent.png?scale=2`,
    showsName: false,
  },
  {
    name: "JSON",
    weight: 12,
    path: (user) => `/api/v1/users/${user}/completion-progress`,
    showsName: false,
  },
  {
    name: "library",
    weight: 5,
    path: (user) => `/api/v1/users/${user}/library`,
    showsName: true,
  },
  {
    name: "drop-in",
    weight: 8,
    path: (user) => `/API/API_GetUserCompletionProgress.php?u=${user}&c=500`,
    showsName: false,
  },
  { name: "feed", weight: 3, path: (user) => `/user/${user}/feed.xml`, showsName: true },
  { name: "badge", weight: 4, path: (user) => `/user/${user}/badge.json`, showsName: false },
  {
    name: "nobody",
    weight: 2,
    path: (user) => `/api/v1/users/${user.slice(0, 8)}${"Nobody"}/games`,
    showsName: false,
  },
  { name: "nonsense", weight: 1, path: () => "/user/no!such/feed.xml?page=-1", showsName: false },
];

/** Numbers from 0 to 1, the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One of the kinds, by weight. */
export function pickKind(random: number): Kind {
  let left = random * KINDS.reduce((sum, { weight }) => sum + weight, 0);
  for (const kind of KINDS) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  throw new RangeError("The random number was not below 1.");
}
