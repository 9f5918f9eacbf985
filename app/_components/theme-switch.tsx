import type { ReactNode } from "react";
import styles from "./theme-switch.module.css";

/**
 * Turns the colours from the system's to light, to dark, and back, and remembers: theme-script.ts does. What the switch
 * says follows the theme by style alone.
 */
export function ThemeSwitch() {
  return (
    <button type="button" className={styles.switch} data-theme-switch>
      <Icon className={styles.system} label="Colours: as the system">
        <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor" />
      </Icon>
      <Icon className={styles.light} label="Colours: light">
        <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
        <circle cx="12" cy="12" r="4" fill="currentColor" />
      </Icon>
      <Icon className={styles.dark} label="Colours: dark">
        <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" fill="currentColor" />
      </Icon>
    </button>
  );
}

interface IconProps {
  className: string | undefined;
  label: string;
  children: ReactNode;
}

function Icon({ className, label, children }: IconProps) {
  return (
    <svg className={className} viewBox="0 0 24 24" width="20" height="20" role="img">
      <title>{label}</title>
      {children}
    </svg>
  );
}
