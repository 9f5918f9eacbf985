import { BackgroundImage } from "@/app/_components/background-image";
import { CardPicture } from "@/app/_components/card-picture";
import { CheckedAt } from "@/app/_components/checked-at";
import type { ExampleCard } from "@/app/_components/example-cards";
import { AchievementLists } from "@/app/_components/games/achievement-lists";
import { AwardMark } from "@/app/_components/games/award-mark";
import { type GameBases, GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import { ProgressBar } from "@/app/_components/games/progress-bar";
import { CopyLink } from "@/app/user/[user]/_components/copy-link";
import { PlayerBar } from "@/app/user/[user]/_components/player-bar";
import type { Game } from "@/lib/domain/player";
import { listAchievements } from "@/lib/games/listed-achievements";
import type { LoadedGame } from "@/lib/players/games/load-game";
import { yearOf } from "@/lib/progress/review-years";
import { systemName } from "@/lib/progress/systems";
import { parseTitle } from "@/lib/progress/title";
import { isRetired } from "@/lib/progress/won";
import type { GameTime } from "@/lib/times/game-time";
import type { Library } from "@/lib/views/library";
import type { OtherPlayer } from "../shown-game";
import { achievementsInWords, GameFacts } from "./game-facts";
import styles from "./game-page.module.css";

interface GamePageProps extends Library, GameBases {
  game: Game;
  /** Null: the achievements cannot be had now. */
  loaded: LoadedGame | null;
  /** Null: nothing is known of the player's time in it. */
  time: GameTime | null;
  /** Other players who have it. */
  others: readonly OtherPlayer[];
}

/** One game of a player: the progress in it, and every achievement. */
export function GamePage(props: GamePageProps) {
  const { player, refreshError, game, loaded, time, others, mediaBase, gameBase } = props;
  const { profile, checkedAt } = player;
  const path = `/user/${profile.name}`;
  return (
    <div className={styles.page}>
      <PlayerBar name={profile.name} year={yearOf(checkedAt)} current="game" />
      <header className={styles.header}>
        <BackgroundImage className={styles.icon} src={mediaBase + game.iconPath} />
        <div className={styles.what}>
          <h1 className={styles.title}>
            <GameTitle title={game.title} />
          </h1>
          <p className={styles.about}>
            {systemName(game)}, played by <a href={path}>{profile.name}</a>
          </p>
          <CheckedAt at={loaded?.checkedAt ?? checkedAt} unanswered={refreshError !== null} />
        </div>
        <AwardMark kind={game.highestAwardKind} />
      </header>
      {!isRetired(game) && <ProgressBar game={game} />}
      <GameFacts game={game} played={loaded?.game ?? null} time={time} />
      <p className={styles.actions}>
        <a href={`${path}/embed?card=game&id=${game.id}`}>Make a card</a>
        <CopyLink path={`${path}/game/${game.id}`} />
        <a href={`${path}/progress`}>All games</a>
        {gameBase && (
          <GameLink base={gameBase} id={game.id}>
            View on RetroAchievements
          </GameLink>
        )}
      </p>
      <Others name={profile.name} title={game.title} others={others} />
      <div className={styles.card}>
        <CardPicture card={cardOf(path, profile.name, game)} isLazy />
      </div>
      <Achievements path={path} game={game} loaded={loaded} mediaBase={mediaBase} />
    </div>
  );
}

/** The card of this game. */
function cardOf(path: string, name: string, game: Game): ExampleCard {
  return {
    src: `${path}/cards/game-${game.id}.svg`,
    ...{ width: 495, height: 136 },
    alt: `Card: ${name} in ${parseTitle(game.title).name}`,
    links: null,
  };
}

function Achievements({
  path,
  game,
  loaded,
  mediaBase,
}: Pick<GamePageProps, "game" | "loaded" | "mediaBase"> & { path: string }) {
  if (isRetired(game)) {
    return (
      <p className={styles.notice}>
        RetroAchievements has retired this set: it has no achievements any more.
      </p>
    );
  }
  if (!loaded?.game) {
    return (
      <p className={styles.notice} role="status">
        RetroAchievements can't be asked for the achievements of this game right now.{" "}
        <a href={`${path}/game/${game.id}`}>Try again</a>
      </p>
    );
  }
  return (
    <AchievementLists
      achievements={listAchievements(loaded.game)}
      mediaBase={mediaBase}
      heading="h2"
    />
  );
}

/** How far other players are in the same game, and the way to the comparison with them. */
function Others({
  name,
  title,
  others,
}: {
  name: string;
  title: string;
  others: readonly OtherPlayer[];
}) {
  if (others.length === 0) return null;
  const search = new URLSearchParams({ who: "all", q: parseTitle(title).name.slice(0, 100) });
  return (
    <nav className={styles.others} aria-label="Compare this game">
      Compare with
      {others.map((other) => (
        <a key={other.name} href={`/compare/${name}/${other.name}?${search}#games`}>
          {other.name}: {achievementsInWords(other.game)}
        </a>
      ))}
    </nav>
  );
}
