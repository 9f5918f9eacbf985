import styles from "./theme-switch.module.css";

/**
 * Turns the colours from the system's to light, to dark, and back, and remembers: `public/theme-switch.js` does. What
 * the switch says follows the theme by style alone.
 */
export function ThemeSwitch() {
  return (
    <button type="button" className={styles.switch} data-theme-switch>
      <span className={styles.system}>Colours: as the system</span>
      <span className={styles.light}>Colours: light</span>
      <span className={styles.dark}>Colours: dark</span>
    </button>
  );
}
