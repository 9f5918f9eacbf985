import { type ReactNode, useMemo } from "react";
import useSWRImmutable from "swr/immutable";
import styles from "@/app/_components/charts/charts.module.css";
import { AwardMark } from "@/app/_components/games/award-mark";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { fetchLibrary } from "@/app/_components/list/fetch-library";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";

/** More are counted. */
const LISTED = 6;

interface DayGamesProps {
  /** The player's name. */
  name: string;
  /** A UTC day, as `2026-11-29`. */
  day: string;
  gameBase: string | null;
}

/** The games that were played or awarded on a day; nothing until the library is here. */
export default function DayGames({ name, day, gameBase }: DayGamesProps): ReactNode {
  const { data: library } = useSWRImmutable(name, (user) => fetchLibrary(user));
  const games = useMemo(
    () =>
      library ? listGames(library.player.games, { ...DEFAULT_LIST_QUERY, active: day }).found : [],
    [library, day],
  );
  return (
    <ul className={styles.dayGames}>
      {games.slice(0, LISTED).map((game) => (
        <li key={game.id}>
          <AwardMark kind={game.highestAwardKind} />
          <span>
            <GameLink base={gameBase} id={game.id}>
              <GameTitle title={game.title} />
            </GameLink>
          </span>
        </li>
      ))}
      {games.length > LISTED && <li>and {games.length - LISTED} more</li>}
    </ul>
  );
}
