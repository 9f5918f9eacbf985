import { COMPARE_SORTS } from "@/lib/compare/compare-sort";
import { MOST_PLAYERS, whoFilters } from "@/lib/compare/who";
import { compareParameters } from "@/lib/http/compare-parameters";
import { comparison } from "./answers";
import { ABOUT_LIST, jsonAnswers, meaningsOf, PLAYER_PROBLEMS, query } from "./common";
import { EXAMPLES } from "./example";
import type { ApiRoute } from "./route";

const NAMES = ["The first", "The second", "The third", "The fourth"].slice(0, MOST_PLAYERS);

/** The player that examples compare with if none is named. */
const OTHER = "AnotherName";

/** The route that answers about several players. */
export const COMPARE_ROUTES: readonly ApiRoute[] = [
  {
    id: "compare",
    group: "json",
    path: "/api/v1/compare",
    title: "Players side by side",
    about:
      "Two to four players: what each has, how many games they share, months, systems, what is worth a try, and a page of the games with the progress of each. Who is ahead in a game: the one with the higher award (mastered, completed, beaten, beaten in casual mode, none); with the same award, who has won more; with as many, whose award is older. Who is ahead of all others that play it leads; else they are even.",
    parameters: [
      query(
        "users",
        compareParameters.users,
        "Two to four user names or ULIDs, with commas between. Who is named twice is one",
        { isRequired: true },
      ),
      query(
        "who",
        compareParameters.who,
        "Keeps games by who plays them and who is ahead; a to d are the players in their order",
        meaningsOf([
          { value: "both", label: "All of the players play it" },
          ...whoFilters(NAMES).filter(({ value }) => value !== "both"),
        ]),
      ),
      query("system", compareParameters.system, ABOUT_LIST.system),
      query(
        "sort",
        compareParameters.sort,
        "Their order. The gap is between the most and the least complete player of a set; the race is between the two in front, if one of them can still finish",
        meaningsOf(COMPARE_SORTS),
      ),
      query("q", compareParameters.q, ABOUT_LIST.q),
      query("page", compareParameters.page, ABOUT_LIST.page),
    ],
    answers: jsonAnswers("The players, and a page of their games", comparison),
    problems: PLAYER_PROBLEMS.filter((code) => code !== "malformed-address"),
    isAboutTwo: true,
    example: (user, other = OTHER) => `/api/v1/compare?users=${user},${other}&sort=race`,
    exampleAnswer: EXAMPLES.comparison,
    shownAt: {
      text: "The page of the players side by side",
      path: (user, other = OTHER) => `/compare/${user}/${other}?sort=race`,
    },
  },
];
