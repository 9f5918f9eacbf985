import { backgroundImage, backgroundImageClass } from "@/app/_components/background-image";
import type { Game } from "@/lib/domain/player";
import { formatDay, formatPercent } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { systemLabel, systemName } from "@/lib/progress/systems";
import { hardcoreWon, isRetired, won } from "@/lib/progress/won";
import { escapeXml } from "@/lib/xml";
import styles from "./game-row.module.css";
import { titleMarkup } from "./game-title";

/**
 * One game on the shelf, as HTML. Markup and not a component, because a page has a hundred of them:
 * so a server writes them in a millisecond, and a browser neither hydrates nor compares them. For the
 * same reason every element in it counts; the award mark is the row's `::after`.
 */
export function gameRow(game: Game, mediaBase: string): string {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const awardedOn = highestAwardAt === null ? "" : ` ${formatDay(highestAwardAt)}`;
  const unlockedOn =
    mostRecentAwardedAt === null
      ? ""
      : `<span>Last unlock ${formatDay(mostRecentAwardedAt)}</span>`;
  return `<li class="${styles.row} ${kind ? styles[kind] : styles.none}">\
<span class="${backgroundImageClass} ${styles.icon}" style="${escapeXml(`background-image:${backgroundImage(mediaBase + game.iconPath)}`)}"></span>\
<h3 class="${styles.title}">${titleMarkup(game.title)}</h3>\
<p class="${styles.facts}">\
<span class="${styles.system}" title="${escapeXml(systemName(game))}">${escapeXml(systemLabel(game))}</span>\
<span>${achievements(game)}</span>${unlockedOn}</p>\
<p class="${styles.award}">${kind ? `<b>${awardLabel(kind)}</b>${awardedOn}` : ""}</p>\
${progressBar(game)}</li>`;
}

function achievements(game: Game): string {
  if (isRetired(game)) return "Set is retired";
  if (game.numAwarded >= game.maxPossible) return `All <b>${game.maxPossible}</b> achievements`;
  return `<b>${game.numAwarded}</b> of <b>${game.maxPossible}</b> achievements`;
}

/** How much of a set is won: hardcore in gold, casual play in grey beyond it. */
function progressBar(game: Game): string {
  const all = Math.min(1, won(game));
  const hardcore = Math.min(1, hardcoreWon(game));
  const percent = formatPercent(all);
  const label =
    hardcore === all
      ? `${percent} won`
      : `${percent} won, ${formatPercent(hardcore)} in hardcore mode`;
  return `<div class="${styles.progress}" style="--won:${width(all)};--hardcore:${width(hardcore)}" role="progressbar" aria-label="${label}" aria-valuenow="${Math.floor(all * 100)}">${percent}</div>`;
}

/** Finer than a screen shows. */
function width(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
