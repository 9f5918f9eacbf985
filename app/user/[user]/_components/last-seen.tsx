import type { Presence } from "@/lib/progress/now-playing";
import styles from "./last-seen.module.css";

/** What a player is doing, or was last seen doing, as one of the header's facts. RA does not say when that was, so nothing here does. */
export function LastSeen({ message, game, isNow }: Presence) {
  // Many messages name the game themselves.
  const isNamed = game !== null && !message.toLowerCase().includes(game.toLowerCase());
  return (
    <div className={styles.lastSeen}>
      {isNow ? (
        <dt>Now playing</dt>
      ) : (
        <dt title="RetroAchievements does not say when">Last seen</dt>
      )}
      <dd title={message}>
        {isNamed && (
          <>
            <bdi>{game}</bdi>
            {": "}
          </>
        )}
        <q dir="auto">{message}</q>
      </dd>
    </div>
  );
}
