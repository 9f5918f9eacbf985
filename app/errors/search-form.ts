import { type Html, html } from "./html";

const GLASS = html`<svg viewBox="0 0 24 24" aria-hidden="true" width="20" height="20"><circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="m15.5 15.5 6 6" stroke="currentColor" stroke-width="2.2"/></svg><span class="visually-hidden">Find</span>`;

/**
 * A form that goes to a player's page, as app/_components/player-search.tsx is one.
 *
 * @param isCompact in the site's header: smaller, without a label to be seen
 * @param typed what stands in it
 */
export function searchForm({ isCompact = false, typed = "" } = {}): Html {
  const id = isCompact ? "find-player-header" : "find-player";
  const value = typed ? html` value="${typed}"` : "";
  return html`<search class="${isCompact ? "compact" : "roomy"}"><form action="/find" method="get" class="form">
<label for="${id}" class="${isCompact ? "visually-hidden" : "label"}">RetroAchievements user name</label>
<div class="row"><input class="input" id="${id}" type="search" name="user"${value} placeholder="${isCompact ? "Player" : "User name"}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="256" required>
<button class="button" type="submit">${isCompact ? GLASS : "Open page"}</button></div>
</form></search>`;
}
