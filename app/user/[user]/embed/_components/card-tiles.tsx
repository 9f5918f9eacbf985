import type { ReactNode } from "react";
import type { Snippet } from "@/lib/cards/snippets";
import type { BuilderCard } from "./card-addresses";
import styles from "./card-tiles.module.css";
import { type Copier, CopyCode } from "./copy-code";

interface CardTileProps {
  card: BuilderCard;
  isChosen: boolean;
  /** What the tile copies; undefined while the card has no address. */
  code: Snippet | undefined;
  copier: Copier;
  /** Its picture and name. */
  children: ReactNode;
}

/** A card to choose by its picture, or to copy at once. */
export function CardTile({ card, isChosen, code, copier, children }: CardTileProps) {
  return (
    <div className={styles.tile}>
      <label className={styles.choice}>
        <input type="radio" name="card" value={card.name} defaultChecked={isChosen} />
        {children}
      </label>
      {code ? (
        <CopyCode
          text={code.text}
          what={`${card.label} for ${code.name}`}
          copier={copier}
          className={styles.copy}
        />
      ) : (
        <p className={styles.copy}>Pick a player first</p>
      )}
    </div>
  );
}

interface ThemeSwatchProps {
  theme: string;
  isChosen: boolean;
  /** The address of the card in a theme. */
  srcOf: (theme: string) => string;
  card: BuilderCard;
}

/** A theme to choose by the whole card in it. */
export function ThemeSwatch({ theme, isChosen, srcOf, card }: ThemeSwatchProps) {
  const isAuto = theme === "auto";
  return (
    <label className={styles.choice}>
      <input type="radio" name="theme" value={theme} defaultChecked={isChosen} />
      <span className={`${styles.frame} ${card.isTransparent ? styles.checkered : ""}`}>
        {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
        <img src={srcOf(isAuto ? "light" : theme)} alt="" loading="lazy" {...card.size} />
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
