import { ABOUT_COMMON } from "@/lib/cards/options";
import { cardName, DRAWABLE_CARDS, ownOptions, SITE_CARDS } from "./card-options";

const COLUMN = 16;

function cardLines(): string {
  return DRAWABLE_CARDS.map((card) => {
    const own = ownOptions(card);
    const options = own.length === 0 ? "" : ` (--${own.join(", --")})`;
    return `  ${cardName(card).padEnd(COLUMN)}${card.about}${options}`;
  }).join("\n");
}

function optionLines(): string {
  const all = { ...ABOUT_COMMON, scale: "1, 2 or 3: a PNG is so many times as large" };
  return Object.entries(all)
    .map(([name, about]) => `  --${name.padEnd(COLUMN - 2)}${about}`)
    .join("\n");
}

/** What `longplay --help` prints. */
export function helpText(): string {
  return `Draws cards of a player of RetroAchievements, without a server.

  longplay card CARD --user NAME [options] [-o FILE]
  longplay cards --user NAME --config FILE

  -u, --user NAME     the player
  -o, --output FILE   ends in .svg or .png; without it, the SVG goes to stdout
  -c, --config FILE   a card on each line: profile/summary.dark.svg?theme=dark
  -h, --help
      --version

The key comes from RA_WEB_API_KEY; in a terminal, you can type it.
Your key is on https://retroachievements.org/settings, as "Web API Key".

Cards
${cardLines()}

Options of all cards, as in a card's URL
${optionLines()}

Not here, since they need a site: ${SITE_CARDS.map(cardName).join(", ")}.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no key or a wrong one, 4 unknown player, 5 RetroAchievements is not answering.
`;
}
