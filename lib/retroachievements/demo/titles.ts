import type { Random } from "./random";
import { ADJECTIVES, HEROES, NOUNS, PLACES, SUBTITLES, TAGS, VERBS } from "./words";

const ROMAN = ["II", "III", "IV", "V", "VI", "IX"];

/** Generates titles without repeats. */
export function createTitles(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const title = withTag(random, aTitle(random));
      if (used.has(title)) continue;
      used.add(title);
      return title;
    }
  };
}

function aTitle(random: Random): string {
  const pair = `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
  const forms = [
    () => pair,
    () => `${pair} ${random.between(2, 4)}`,
    () => `${pair} ${random.pick(ROMAN)}`,
    () => `${pair}: ${random.pick(SUBTITLES)}`,
    () => `${pair} ${random.pick(ROMAN)}: ${random.pick(SUBTITLES)}`,
    () => `${random.pick(NOUNS)} of ${random.pick(PLACES)}`,
    () => `${random.pick(HEROES)}'s ${random.pick(VERBS)}`,
    () => `${random.pick(HEROES)} in ${random.pick(PLACES)}`,
    () => `${random.pick(NOUNS)} ${random.pick(VERBS)} ${random.between(64, 99)}`,
    () => `${pair}, The`,
    () => `Legend of the ${pair}, The`,
    () => `${random.pick(NOUNS)} & ${random.pick(NOUNS)}`,
    () => `A ${random.pick(NOUNS)} for ${random.pick(HEROES)}`,
    () => `${random.pick(PLACES).replace(/^the /, "")} ${random.pick(VERBS)}`,
  ];
  return random.pick(forms)();
}

function withTag(random: Random, title: string): string {
  return random.chance(0.07) ? `~${random.pick(TAGS)}~ ${title}` : title;
}
