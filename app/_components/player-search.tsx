import styles from "./player-search.module.css";

/** The id of the form within a page, for a button elsewhere: with `for=cards` it leads to the player's card builder. */
export const SEARCH_FORM = "search";

interface PlayerSearchProps {
  /** In the site's header: smaller, without a visible label. */
  compact?: boolean;
  /** Whether it is what the page begins with: the header's search is hidden there. */
  isFirst?: boolean;
  /** Leads to the player's card builder. */
  forCards?: boolean;
  defaultValue?: string;
}

/** A form that goes to a player's page or cards. It is a plain form: it works without JavaScript. */
export function PlayerSearch({ compact, isFirst, forCards, defaultValue }: PlayerSearchProps) {
  const id = compact ? "find-player-header" : "find-player";
  const size = compact ? styles.compact : styles.roomy;
  return (
    <search className={isFirst ? `${size} ${styles.first}` : size}>
      <form
        id={compact ? undefined : SEARCH_FORM}
        action="/find"
        method="get"
        className={styles.form}
      >
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
            placeholder={compact ? "Player" : "Name or profile link"}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={256}
            required
          />
          <button
            className={styles.button}
            type="submit"
            {...(forCards && { name: "for", value: "cards" })}
          >
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
              "See games"
            )}
            {compact && <span className="visually-hidden">Find</span>}
          </button>
        </div>
      </form>
    </search>
  );
}
