import { COMPARE_SORTS } from "@/lib/compare/compare-sorts";
import { MOST_PLAYERS, whoFilters } from "@/lib/compare/who";
import { compareParameters } from "@/lib/http/compare-parameters";
import { comparison } from "./answers";
import { ABOUT_LIST, jsonAnswers, meaningsOf, PLAYER_PROBLEMS, query } from "./common";
import { EXAMPLES } from "./example";
import type { ApiRoute } from "./route";

const NAMES = ["The first", "The second", "The third", "The fourth"].slice(0, MOST_PLAYERS);

/** The second player of examples if the site has only one. */
const OTHER = "AnotherName";

/** The routes about several players. */
export const COMPARE_ROUTES: readonly ApiRoute[] = [
  {
    id: "compare",
    group: "json",
    path: "/api/v1/compare",
    title: "Compare players",
    about:
      "Two to four players: totals, months, systems, games to catch up on, and a page of games. The higher award leads, then more achievements, then the earlier award.",
    parameters: [
      query(
        "users",
        compareParameters.users,
        "Two to four user names or ULIDs, with commas. A repeated name counts once",
        { isRequired: true },
      ),
      query(
        "who",
        compareParameters.who,
        "Filters games by who plays them and who is ahead; a to d are the players in their order. Pages have the same parameter, and open on both",
        meaningsOf([
          { value: "both", label: "All of them play" },
          ...whoFilters(NAMES).filter(({ value }) => value !== "both"),
        ]),
      ),
      query("system", compareParameters.system, ABOUT_LIST.system),
      query(
        "sort",
        compareParameters.sort,
        "Order of the games. A gap is between the most and the least complete player; a race is between the two in front",
        meaningsOf(COMPARE_SORTS),
      ),
      query("q", compareParameters.q, ABOUT_LIST.q),
      query("page", compareParameters.page, ABOUT_LIST.page),
    ],
    answers: jsonAnswers("The players and a page of their games", comparison),
    problems: PLAYER_PROBLEMS.filter((code) => code !== "malformed-address"),
    isAboutTwo: true,
    example: (user, other = OTHER) => `/api/v1/compare?users=${user},${other}&sort=race`,
    exampleAnswer: EXAMPLES.comparison,
    shownAt: {
      text: "The comparison's page",
      path: (user, other = OTHER) => `/compare/${user}/${other}?who=all&sort=race`,
    },
  },
];
