// Answers the switch of app/_components/theme-switch.tsx, also on pages without React: from the system's colours to
// light, to dark, and back. The script in the head of each page puts the remembered theme on it.
addEventListener("click", ({ target }) => {
  if (!(target instanceof Element && target.closest("[data-theme-switch]"))) return;
  const { dataset } = document.documentElement;
  const next = { light: "dark", dark: "system" }[dataset.theme ?? ""] ?? "light";
  if (next === "system") delete dataset.theme;
  else dataset.theme = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // The browser refuses storage: the choice holds for this page.
  }
});
