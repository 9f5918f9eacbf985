import type { ReactNode } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { AwardMark } from "@/app/_components/games/award-mark";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import { GameTitle } from "@/app/_components/games/game-title";
import type { AwardKind, Game } from "@/lib/domain/player";
import styles from "./game-highlight.module.css";

interface GameHighlightProps extends GameBases {
  game: Game;
  /** The mark on the corner of its art. */
  kind: AwardKind | null;
  /** Why it is shown. */
  label: ReactNode;
  size?: "large" | "small";
  /** Below its title. */
  children?: ReactNode;
}

/** A game with its art, and why the year shows it. */
export function GameHighlight(props: GameHighlightProps) {
  const { game, kind, label, size = "small", mediaBase, gameBase, children } = props;
  return (
    <div className={`${styles.game} ${styles[size]}`}>
      <span className={styles.art}>
        <BackgroundImage className={styles.icon} src={mediaBase + game.iconPath} />
        {kind && <AwardMark kind={kind} />}
      </span>
      <div>
        <p className={styles.label}>{label}</p>
        <p className={styles.title}>
          <GameLink base={gameBase} id={game.id}>
            {/* One box, so that tags follow the title as words do. */}
            <span>
              <GameTitle title={game.title} />
            </span>
          </GameLink>
        </p>
        {children && <p className={styles.more}>{children}</p>}
      </div>
    </div>
  );
}
