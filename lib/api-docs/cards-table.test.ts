import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CARDS } from "@/lib/cards";
import { type Card, cardFile } from "@/lib/cards/card";
import { fixedSize } from "@/lib/cards/card-request";
import { commonOptions } from "@/lib/cards/options";
import { ownOptions } from "./card-routes";
import { parameterSchema } from "./json-schema";

const FILE = join(process.cwd(), "docs/cards.md");
const BETWEEN_MARKERS = /(?<=<!-- cards:begin -->\n).*(?=<!-- cards:end -->)/s;

function optionsCell(card: Card): string {
  const own = ownOptions(card).filter(({ name }) => !(name in commonOptions));
  const isOfList = (name: string) => card.takesList && !(name in card.optionsAbout);
  const ofList = own.filter(({ name }) => isOfList(name)).map(({ name }) => `\`${name}\``);
  const others = own
    .filter(({ name }) => !isOfList(name))
    .map(({ name, schema, about }) => {
      const { minimum, maximum } = parameterSchema(schema);
      return minimum === undefined ? `\`${name}\`: ${about}` : `\`${name}\` ${minimum}–${maximum}`;
    });
  return [ofList.length > 0 ? `${ofList.join(", ")} as on the page` : [], others].flat().join("; ");
}

function row(card: Card): string {
  const file = cardFile(card, card.argument && `{${card.argument.option}}`);
  const size = fixedSize(card);
  const name = size === null ? card.label : `${card.label} (${size})`;
  return `| \`${file}\` | ${name} | ${card.about} | ${optionsCell(card)} |\n`;
}

// `npx vitest run lib/api-docs/cards-table -u` writes the table.
test("docs/cards.md has a table of all cards with their own options", async () => {
  const page = readFileSync(FILE, "utf8");
  expect(page).toMatch(BETWEEN_MARKERS);
  const table = `| card | name | what it shows | options of its own |\n| --- | --- | --- | --- |\n${CARDS.map(row).join("")}`;
  await expect(page.replace(BETWEEN_MARKERS, () => table)).toMatchFileSnapshot(FILE);
});
