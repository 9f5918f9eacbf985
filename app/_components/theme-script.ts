/** Runs in the head, before anything is painted: puts the remembered theme on the page. */
export const THEME_SCRIPT =
  'try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/** The script that answers the switch of theme-switch.tsx, so that it works without React: `public/theme-switch.js`. */
export const THEME_SWITCH_SCRIPT = "/theme-switch.js";
