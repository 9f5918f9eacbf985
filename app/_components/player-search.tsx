import styles from "./player-search.module.css";

interface PlayerSearchProps {
  /** In the site's header: smaller, without a label to be seen. */
  compact?: boolean;
  /** Leads to the player's card builder and not to their page. */
  forCards?: boolean;
  autoFocus?: boolean;
  defaultValue?: string;
}

/** A form that goes to a player's page or cards. It is a plain form: it works without JavaScript. */
export function PlayerSearch({
  compact = false,
  forCards = false,
  autoFocus,
  defaultValue,
}: PlayerSearchProps) {
  const id = compact ? "find-player-header" : forCards ? "find-cards" : "find-player";
  return (
    <search className={compact ? styles.compact : styles.roomy}>
      <form action="/find" method="get" className={styles.form}>
        {forCards && <input type="hidden" name="for" value="cards" />}
        <label htmlFor={id} className={compact ? "visually-hidden" : styles.label}>
          RetroAchievements user name
        </label>
        <div className={styles.row}>
          <input
            className={styles.input}
            id={id}
            type="search"
            name="user"
            defaultValue={defaultValue}
            placeholder={compact ? "Player" : "User name"}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={256}
            required
            // biome-ignore lint/a11y/noAutofocus: only where typing a name is all a page is for
            autoFocus={autoFocus}
          />
          <button className={styles.button} type="submit">
            {compact ? (
              <svg viewBox="0 0 24 24" aria-hidden="true" width="20" height="20">
                <circle
                  cx="10.5"
                  cy="10.5"
                  r="6.5"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="2.2"
                />
                <path d="m15.5 15.5 6 6" stroke="currentColor" strokeWidth="2.2" />
              </svg>
            ) : forCards ? (
              "Make a card"
            ) : (
              "Open page"
            )}
            {compact && <span className="visually-hidden">Find</span>}
          </button>
        </div>
      </form>
    </search>
  );
}
