import type { Game } from "./player";

/** A game under other names, with dates as texts. A field that has no name does not compile. */
export type GameRow<Names extends Record<keyof Game, string>> = {
  [Field in keyof Game as Names[Field]]: Field extends "mostRecentAwardedAt" | "highestAwardAt"
    ? string | null
    : Game[Field];
};

/** A game in this site's JSON, named as in `@retroachievements/api`. */
export type GameJson = GameRow<{
  id: "gameId";
  title: "title";
  iconPath: "imageIcon";
  systemId: "consoleId";
  systemName: "consoleName";
  maxPossible: "maxPossible";
  numAwarded: "numAwarded";
  numAwardedHardcore: "numAwardedHardcore";
  mostRecentAwardedAt: "mostRecentAwardedDate";
  highestAwardKind: "highestAwardKind";
  highestAwardAt: "highestAwardDate";
}>;
