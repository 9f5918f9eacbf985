import { BackgroundImage } from "@/app/_components/background-image";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import { awardLabel } from "@/lib/progress/award";
import { parseTitle } from "@/lib/progress/title";
import type { ShelfView } from "@/lib/views/shelf-view";
import styles from "./shelf.module.css";

const LABELS: Record<ShelfView["kind"], string> = {
  chosen: "Chosen games",
  mastered: "Latest masteries",
  awarded: "Best awards",
  played: "Recently played",
  rarest: "Rarest masteries",
};

interface ShelfProps extends GameBases {
  shelf: ShelfView;
  /** Why these games stand there; left out: what their kind says. */
  label?: string;
  /** The address with the rarest masteries in place of the latest, or the other way round. */
  other?: string | null;
}

/** The display case: the games that a player is proud of, with light on those that are gold. */
export function Shelf({
  shelf: { kind, games },
  mediaBase,
  gameBase,
  label = LABELS[kind],
  other = null,
}: ShelfProps) {
  if (games.length === 0) return null;
  return (
    <section className={styles.case} aria-labelledby="shelf">
      <h2 id="shelf" className={styles.label}>
        {label}
      </h2>
      {other !== null && (
        <a className={styles.other} href={other}>
          {kind === "rarest" ? "Latest" : "Rarest"}
          <span className="visually-hidden"> masteries</span>
        </a>
      )}
      <ul className={styles.games}>
        {games.map(({ id, title, iconPath, highestAwardKind: award }) => {
          const { name } = parseTitle(title);
          const words = award ? `${name}, ${awardLabel(award).toLowerCase()}` : name;
          const isGold = award === "mastered" || award === "completed";
          return (
            <li key={id} className={isGold ? styles.gold : undefined} title={words}>
              <GameLink base={gameBase} id={id}>
                <BackgroundImage className={styles.game} src={mediaBase + iconPath} />
                <span className="visually-hidden">{words}</span>
              </GameLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
