import { errorPage } from "./error-page";
import { Html, html } from "./html";

interface AskedYear {
  /** The player's. */
  name: string;
  /** As it stands in the URL. */
  year: string;
  /** Those that there are, oldest first; never empty. */
  years: readonly number[];
}

/** The 404 of a year that is none of a player's, with the ways to those that there are. */
export function noSuchYearPage({ name, year, years }: AskedYear): string {
  const links = years.map(
    (each) => html`<li><a href="/user/${name}/year/${each}">${each}</a></li>`.text,
  );
  const asked = /^\d{4}$/.test(year) ? html`The year ${year}` : html`“${year}”`;
  return errorPage({
    title: "No such year",
    main: html`<h1 class="title">No such year on this shelf</h1>
<p class="detail">${asked} is none of the years of <a href="/user/${name}">${name}</a>. They begin with the first award and end with today:</p>
<ul class="years">
${new Html(links.join("\n"))}
</ul>`,
  });
}
