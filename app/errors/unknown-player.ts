import { typedInSegment } from "@/lib/domain/typed-user";
import { isUser } from "@/lib/domain/user";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import { errorPage } from "./error-page";
import { html } from "./html";
import { searchForm } from "./search-form";

/** As app/_components/demo-notice.tsx says it. */
const DEMO_NOTICE = html`<aside class="notice" aria-label="Demo data"><strong>Demo data.</strong> These players are made up. To show real ones, set <code>RA_WEB_API_KEY</code> to a RetroAchievements web API key and start the site again.</aside>`;

/**
 * The 404 of a profile: nobody has that name, or it is none.
 *
 * @param user as it stands in the URL
 */
export function unknownPlayerPage(user: string): string {
  const detail = isUser(user)
    ? html`RetroAchievements has no player called <strong>${user}</strong>. Check the spelling; upper and lower case do not matter.`
    : "A RetroAchievements user name has 2 to 20 letters and digits, and nothing else. The address of a player's page works too.";
  return errorPage({
    title: "No such player",
    main: html`${upstreamMode() === "demo" ? DEMO_NOTICE : ""}
<h1 class="title">Nobody here by that name</h1>
<p class="detail">${detail}</p>
${searchForm({ typed: typedInSegment(user) })}`,
  });
}
