import type { Snippet } from "@/lib/cards/snippets";
import type { BuilderCard, Size } from "./card-addresses";
import styles from "./card-tiles.module.css";
import { type Copier, CopyCode } from "./copy-code";

interface CardTileProps {
  user: string;
  card: BuilderCard;
  isChosen: boolean;
  /** The card's picture; null while the second player of the card is not chosen. */
  src: string | null;
  /** Whether the picture shows a player that was not chosen. */
  isExample: boolean;
  /** What the tile copies; undefined while the card has no address. */
  code: Snippet | undefined;
  copier: Copier;
}

/** A card to choose by its picture, or to copy at once. */
export function CardTile({ user, card, isChosen, src, isExample, code, copier }: CardTileProps) {
  const { label, about, fixedSize, size, isTransparent } = card;
  return (
    <div className={styles.tile}>
      <label className={styles.choice}>
        <input type="radio" name="card" value={card.name} defaultChecked={isChosen} />
        <span className={`${styles.frame} ${isTransparent ? styles.checkered : ""}`}>
          {src === null ? (
            <Rivals user={user} />
          ) : (
            // biome-ignore lint/performance/noImgElement: the card as it is embedded
            <img src={src} alt="" loading="lazy" {...size} />
          )}
        </span>
        <span className={styles.label}>
          <b>{label}</b> {fixedSize && <span className={styles.size}>({fixedSize})</span>}
        </span>
        <span className={styles.about}>{isExample ? `${about} (example)` : about}</span>
      </label>
      {code ? (
        <CopyCode
          text={code.text}
          what={`${label} for ${code.name}`}
          copier={copier}
          className={styles.copy}
        />
      ) : (
        <p className={styles.later}>Pick a player first</p>
      )}
    </div>
  );
}

/** A versus card before the second player is chosen. */
export function Rivals({ user }: { user: string }) {
  return (
    <span className={styles.rivals}>
      <b>{user}</b>
      <span>vs</span>
      <b>?</b>
    </span>
  );
}

interface ThemeSwatchProps {
  theme: string;
  isChosen: boolean;
  /** The address of the card in a theme. */
  srcOf: (theme: string) => string;
  size: Size;
  isTransparent: boolean;
}

/** A theme to choose by the whole card in it. */
export function ThemeSwatch({ theme, isChosen, srcOf, size, isTransparent }: ThemeSwatchProps) {
  const isAuto = theme === "auto";
  return (
    <label className={styles.choice}>
      <input type="radio" name="theme" value={theme} defaultChecked={isChosen} />
      <span className={`${styles.frame} ${isTransparent ? styles.checkered : ""}`}>
        {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
        <img src={srcOf(isAuto ? "light" : theme)} alt="" loading="lazy" {...size} />
        {isAuto && (
          <span
            className={styles.darkHalf}
            style={{ backgroundImage: `url("${srcOf("dark")}")` }}
          />
        )}
      </span>
      <span className={styles.theme}>{isAuto ? "Auto (light/dark)" : theme}</span>
    </label>
  );
}
