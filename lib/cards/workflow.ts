import { escapeXml } from "@/lib/xml";

/**
 * The action that a workflow names. GitHub allows no such owner, so that nobody can take the name and get keys: who
 * publishes a copy of this repository is named instead.
 */
export const ACTION = "<OWNER>/longplay@v1";

/** The folder for pictures in a repository. */
const FOLDER = "profile";

interface WorkflowInput {
  user: string;
  /** The card's name as its URL has it, without a format: `game-1446`. */
  file: string;
  /** Its options. */
  options: URLSearchParams;
  /** Alternative text. */
  alt: string;
}

/** Code that shows a card on GitHub without a server. */
export interface WorkflowCode {
  /** A workflow, which draws the card each day and commits it. */
  workflow: string;
  /** HTML for README.md, which shows it. */
  readme: string;
}

/** The code for a card, of two pictures if it follows the light or dark mode of its reader. */
export function workflowCode({ user, file, options, alt }: WorkflowInput): WorkflowCode {
  const followsReader = (options.get("theme") ?? "auto") === "auto";
  const plain = `${FOLDER}/${file}.svg`;
  const dark = `${FOLDER}/${file}.dark.svg`;
  const line = (path: string, theme?: string) => {
    const given = new URLSearchParams(options);
    if (theme) given.set("theme", theme);
    return given.size === 0 ? path : `${path}?${given}`;
  };
  const cards = followsReader ? [line(plain, "light"), line(dark, "dark")] : [line(plain)];
  const image = `<img src="${plain}" alt="${escapeXml(alt)}">`;
  const shown = followsReader
    ? `<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}">${image}</picture>`
    : image;
  return {
    workflow: workflow(user, cards),
    readme: `<a href="https://retroachievements.org/user/${user}">${shown}</a>`,
  };
}

function workflow(user: string, cards: readonly string[]): string {
  return `name: RetroAchievements cards
on:
  schedule:
    - cron: "${minuteOf(user)} 5 * * *"
  workflow_dispatch:
permissions:
  contents: write
jobs:
  cards:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: ${ACTION}
        with:
          user: ${user}
          key: \${{ secrets.RA_WEB_API_KEY }}
          cards: |
${cards.map((card) => `            ${card}`).join("\n")}
`;
}

/** A minute for each user, so that not all ask RA at the same time. */
function minuteOf(user: string): number {
  const sum = [...user].reduce((total, letter) => total * 31 + letter.charCodeAt(0), 0);
  return sum % 60;
}
