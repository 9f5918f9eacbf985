import type { ReactNode } from "react";
import type { Place } from "@/lib/cards/places";
import type { BuilderCard } from "./card-addresses";
import styles from "./card-tiles.module.css";
import { type Copier, CopyCode } from "./copy-code";

interface CardTileProps {
  card: BuilderCard;
  isChosen: boolean;
  place: Place;
  /** What the tile copies for the place: empty if the card cannot be there, undefined while it has no address. */
  code: string | undefined;
  copier: Copier;
  /** Its picture and name. */
  children: ReactNode;
}

/** A card to choose by its picture, or to copy at once. */
export function CardTile({ card, isChosen, place, code, copier, children }: CardTileProps) {
  return (
    <div className={styles.tile}>
      <label className={styles.choice}>
        <input type="radio" name="card" value={card.name} defaultChecked={isChosen} />
        {children}
      </label>
      {code ? (
        <CopyCode text={code} what={`${card.label} for ${place}`} copier={copier} />
      ) : (
        <p>{code === undefined ? "Pick a player first" : "Needs a site"}</p>
      )}
    </div>
  );
}

interface ThemeSwatchProps {
  theme: string;
  label: string;
  isChosen: boolean;
  /** The address of the card in a theme. */
  srcOf: (theme: string) => string;
  card: BuilderCard;
}

/** A theme to choose by the whole card in it. */
export function ThemeSwatch({ theme, label, isChosen, srcOf, card }: ThemeSwatchProps) {
  const isAuto = theme === "auto";
  return (
    <label className={styles.choice}>
      <input type="radio" name="theme" value={theme} defaultChecked={isChosen} />
      <span className={`${styles.frame} ${card.isTransparent ? styles.checkered : ""}`}>
        {/* biome-ignore lint/performance/noImgElement: the card as it is embedded */}
        <img src={srcOf(isAuto ? "light" : theme)} alt="" fetchPriority="low" {...card.size} />
        {isAuto && (
          <span
            className={styles.darkHalf}
            style={{ backgroundImage: `url("${srcOf("dark")}")` }}
          />
        )}
      </span>
      <span className={styles.theme}>{label}</span>
    </label>
  );
}
