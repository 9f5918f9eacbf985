import { errorPage } from "./error-page";
import { html } from "./html";
import { searchForm } from "./search-form";

/** The 404 of every URL that may be a page and is none, as app/not-found.tsx is for all others. */
export function notFoundPage(): string {
  return errorPage({
    title: "Nothing here",
    main: html`<h1 class="title">Nothing on this shelf</h1>
<p class="detail">There is no page at this address. Looking for a player?</p>
${searchForm()}`,
  });
}
