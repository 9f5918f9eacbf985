import { typedInSegment } from "@/lib/domain/typed-user";
import { isUser } from "@/lib/domain/user";
import { siteBase } from "@/lib/retroachievements/retroachievements";
import { errorPage } from "./error-page";
import { Html, html } from "./html";
import { searchForm } from "./search-form";

/**
 * The 403 of a profile: the site's owner shows chosen players only.
 *
 * @param user as it stands in the URL
 */
export function notServedPage(user: string): string {
  return playersNotServedPage([user], searchForm({ typed: typedInSegment(user) }));
}

/**
 * The same of several, of whom nobody is shown.
 *
 * @param users as they stand in the URL
 * @param form in which others are asked for
 */
export function playersNotServedPage(users: readonly string[], form: Html): string {
  const names = users.filter(isUser);
  const bold = names.map((name) => html`<strong>${name}</strong>`.text).join(" and ");
  const areNone = names.length === 1 ? "is none of them" : "are none of them";
  const base = siteBase();
  const elsewhere = names.map(
    (name) =>
      base &&
      html`<p class="detail"><a href="${base}/user/${name}">See ${name} on RetroAchievements</a></p>`
        .text,
  );
  return errorPage({
    title: "Not shown here",
    main: html`<h1 class="title">Not on this shelf</h1>
<p class="detail">This site shows only the players that its owner has chosen${bold && html`, and ${new Html(bold)} ${areNone}`}.</p>
${new Html(elsewhere.join("\n"))}
${form}`,
  });
}
