/**
 * Runs in the head, before anything is painted: puts the remembered theme on the page. From then on it answers the
 * switch of theme-switch.tsx, which so works without React: from the system's colours to light, to dark, and back.
 */
export const THEME_SCRIPT = `{
const {dataset} = document.documentElement;
const put = (theme) => {
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  else delete dataset.theme;
};
try {
  put(localStorage.getItem("theme"));
} catch {}
addEventListener("click", ({target}) => {
  if (!(target instanceof Element && target.closest("[data-theme-switch]"))) return;
  const next = {light: "dark", dark: "system"}[dataset.theme] ?? "light";
  put(next);
  try {
    localStorage.setItem("theme", next);
  } catch {}
});
}`;
