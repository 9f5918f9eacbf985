import { parseTitle } from "@/lib/progress/title";
import { escapeXml } from "@/lib/xml";
import styles from "./game-title.module.css";

/** A game's title with what RA writes in tags as chips after it: `~Hack~`, `[Subset - Bonus]`. */
export function GameTitle({ title }: { title: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every part of it is escaped
  return <span dangerouslySetInnerHTML={{ __html: titleMarkup(title) }} />;
}

/** The same as HTML, for what is drawn as markup. */
export function titleMarkup(title: string): string {
  const { name, tags, subset } = parseTitle(title);
  const chips = tags.map((tag) => ` <span class="${styles.chip}">${escapeXml(tag)}</span>`);
  if (subset !== null) {
    chips.push(
      ` <span class="${styles.chip}"><span class="${styles.part}">Subset</span><span class="visually-hidden"> › </span>${escapeXml(subset)}</span>`,
    );
  }
  return escapeXml(name) + chips.join("");
}
