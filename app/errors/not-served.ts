import { typedInSegment } from "@/lib/domain/typed-user";
import { isUser } from "@/lib/domain/user";
import { siteBase } from "@/lib/retroachievements/retroachievements";
import { errorPage } from "./error-page";
import { html } from "./html";
import { searchForm } from "./search-form";

/**
 * The 403 of a profile: the site's owner shows chosen players only.
 *
 * @param user as it stands in the URL
 * @param form in which another one is asked for
 */
export function notServedPage(
  user: string,
  form = searchForm({ typed: typedInSegment(user) }),
): string {
  const name = isUser(user) ? html`, and <strong>${user}</strong> is none of them` : "";
  const base = siteBase();
  const elsewhere =
    base && isUser(user)
      ? html`<p class="detail"><a href="${base}/user/${user}">See ${user} on RetroAchievements</a></p>`
      : "";
  return errorPage({
    title: "Not shown here",
    main: html`<h1 class="title">Not on this shelf</h1>
<p class="detail">This site shows only the players that its owner has chosen${name}.</p>
${elsewhere}
${form}`,
  });
}
