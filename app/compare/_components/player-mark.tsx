import { playerMark } from "@/lib/charts/player-marks";
import styles from "./player-mark.module.css";

/** Gives all that is within a player's colour and form, as `--player` and `--form`. */
export function playerClass(place: number): string {
  return styles[playerMark(place).form] ?? "";
}

/** The mark of a player, by place: a form in a colour, beside the name or in its place. */
export function PlayerMark({ place }: { place: number }) {
  return <span className={`${styles.mark} ${playerClass(place)}`} aria-hidden="true" />;
}
