import { playerMark } from "@/lib/charts/player-marks";
import styles from "./player-mark.module.css";

/** The class that sets a player's colour and form, `--player` and `--form`, for an element and its children. */
export function playerClass(place: number): string {
  return styles[playerMark(place).form] ?? "";
}

/** The mark of a player, by place: a form in a colour. */
export function PlayerMark({ place }: { place: number }) {
  return <span className={`${styles.mark} ${playerClass(place)}`} aria-hidden="true" />;
}
