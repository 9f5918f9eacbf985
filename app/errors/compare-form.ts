import { MOST_PLAYERS } from "@/lib/compare/who";
import { typedInSegment } from "@/lib/domain/typed-user";
import { Html, html } from "./html";

const LABELS = ["First", "Second", "Third", "Fourth"].slice(0, MOST_PLAYERS);

/** So much of what was asked for is repeated. */
const SHOWN_CHARACTERS = 64;

/**
 * A form that puts players side by side, as the page of /compare has one, with what was asked for in it.
 *
 * @param users as they stand in the URL
 * @param wrong those of them that are to be corrected
 */
export function compareForm(users: readonly string[], wrong: readonly string[] = []): Html {
  const first = users.findIndex((user) => wrong.includes(user));
  const fields = Array.from(
    { length: Math.min(MOST_PLAYERS, Math.max(2, users.length)) },
    (_, at) => {
      const user = users[at] ?? "";
      const mark = wrong.includes(user) ? html` aria-invalid="true"` : "";
      const focus = at === first ? html` autofocus` : "";
      return html`<label for="compare-${at + 1}" class="label">${LABELS[at] ?? ""} player</label>
<div class="row"><input class="input" id="compare-${at + 1}" type="search" name="user" value="${typedInSegment(user.slice(0, SHOWN_CHARACTERS))}" placeholder="User name" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="256"${mark}${focus}></div>`;
    },
  );
  return html`<search class="roomy"><form action="/compare" method="get" class="form players">
${new Html(fields.map(({ text }) => text).join("\n"))}
<div class="row"><button class="button" type="submit">Compare</button></div>
</form></search>`;
}
