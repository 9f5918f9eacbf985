import { typedInSegment } from "@/lib/domain/typed-user";
import { isUser } from "@/lib/domain/user";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import { errorPage } from "./error-page";
import { Html, html } from "./html";
import { searchForm } from "./search-form";

/** As app/_components/demo-notice.tsx says it. */
const DEMO_NOTICE = html`<aside class="notice" aria-label="Demo data"><strong>Demo data.</strong> These players are made up. To show real ones, set <code>RA_WEB_API_KEY</code> to a RetroAchievements web API key and start the site again.</aside>`;

/**
 * The 404 of a profile: nobody has that name, or it is none.
 *
 * @param user as it stands in the URL
 */
export function unknownPlayerPage(user: string): string {
  return unknownPlayersPage([user], searchForm({ typed: typedInSegment(user) }));
}

/**
 * The same of several, of whom nobody is there.
 *
 * @param form in which they are corrected
 */
export function unknownPlayersPage(users: readonly string[], form: Html): string {
  const details = users.map((user) => html`<p class="detail">${detail(user)}</p>`.text);
  return errorPage({
    title: "No such player",
    main: html`${upstreamMode() === "demo" ? DEMO_NOTICE : ""}
<h1 class="title">Nobody here by that name</h1>
${new Html([...new Set(details)].join("\n"))}
${form}`,
  });
}

function detail(user: string): Html | string {
  return isUser(user)
    ? html`RetroAchievements has no player called <strong>${user}</strong>. Check the spelling; upper and lower case do not matter.`
    : "A RetroAchievements user name has 2 to 20 letters and digits, and nothing else. The address of a player's page works too.";
}
