import type { CardUrl } from "@/lib/cards/card-url";
import { LIMITS } from "@/lib/limits";
import { readCard } from "./card-options";
import { CommandError, usageError } from "./failures";

/** A card to draw, and the file to write it to. */
export interface ListedCard {
  /** As given; null for stdout. */
  path: string | null;
  url: CardUrl;
}

/** The card's name, what else the file's name has, and its format: `summary.dark.svg`. */
const FILE = /^([^.]+)(?:\..*)?\.(svg|png)$/;

/**
 * Reads a list of cards: on each line a file with the options of the card, such as
 * `profile/summary.dark.svg?theme=dark`. The file's name begins with that of the card. Empty lines and lines that begin
 * with `#` do not count.
 *
 * @throws CommandError with the number of the line
 */
export function readCardList(text: string): ListedCard[] {
  if (text.length > LIMITS.cardListCharacters) throw usageError("The list of cards is too long.");
  const cards = text.split(/\r?\n/).flatMap((line, at) => {
    const plain = line.trim();
    return plain === "" || plain.startsWith("#") ? [] : [readLine(plain, at + 1)];
  });
  if (cards.length === 0) throw usageError("The list of cards is empty.");
  if (cards.length > LIMITS.listedCards) {
    throw usageError(`The list has more than ${LIMITS.listedCards} cards.`);
  }
  return withoutRepeats(cards);
}

function readLine(line: string, number: number): ListedCard {
  const [path = "", query = ""] = line.split(/\?(.*)/s);
  try {
    return readCardFile(path, new URLSearchParams(query));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw usageError(`Line ${number}, ${line}: ${error.message}`);
  }
}

function readCardFile(path: string, parameters: URLSearchParams): ListedCard {
  const [, name = "", format] = FILE.exec(path.split(/[\\/]/).at(-1) ?? "") ?? [];
  if (format === undefined) {
    throw usageError("a line is a file that ends in .svg or .png, such as profile/summary.svg.");
  }
  return { path, url: readCard(name, formatOf(path), parameters) };
}

/** The format of a file, by its ending. @throws CommandError for another ending */
export function formatOf(path: string): "svg" | "png" {
  if (path.endsWith(".svg")) return "svg";
  if (path.endsWith(".png")) return "png";
  throw usageError(`${path}: a file of a card ends in .svg or .png.`);
}

function withoutRepeats(cards: ListedCard[]): ListedCard[] {
  const paths = cards.map(({ path }) => path);
  const repeated = paths.find((path, at) => paths.indexOf(path) < at);
  if (repeated === undefined || repeated === null) return cards;
  throw usageError(
    `Two cards have the file ${repeated}. Names can have a middle part: summary.dark.svg.`,
  );
}
