import styles from "./last-seen.module.css";

interface LastSeenProps {
  /** The rich presence message, in one line. */
  message: string;
  /** Name of its game, if that is known. */
  game: string | null;
}

/** What a player was last seen doing, as one of the header's facts. RA does not say when, so nothing here does. */
export function LastSeen({ message, game }: LastSeenProps) {
  // Many messages name the game themselves.
  const isNamed = game !== null && !message.toLowerCase().includes(game.toLowerCase());
  return (
    <div className={styles.lastSeen}>
      <dt title="RetroAchievements does not say when">Last seen</dt>
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
