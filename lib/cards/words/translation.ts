import type { en } from "./en";
import type { PluralForms } from "./forms";

type TextsOf<Part> = Part extends string
  ? string
  : Part extends { other: string }
    ? PluralForms
    : { [Name in keyof Part]: TextsOf<Part[Name]> };

type SomeOf<Part> = Part extends string | PluralForms
  ? Part
  : { [Name in keyof Part]?: SomeOf<Part[Name]> };

/** All words of cards in one language. */
export type Words = TextsOf<typeof en>;

/** The words that a language has; English stands in for the rest. */
export type Translation = SomeOf<Words>;

type Tree = { [name: string]: string | Tree };

const isText = (part: string | Tree) => typeof part === "string" || "other" in part;

/** A translation with English in its gaps. Plural forms are kept whole: one language's forms never mix with another's. */
export function withEnglish(english: Words, translation: Translation): Words {
  return merge(english, translation as Tree) as unknown as Words;
}

function merge(english: Tree, own: Tree): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([name, part]) => {
      const translated = own[name];
      if (translated === undefined) return [name, part];
      return [name, isText(part) ? translated : merge(part as Tree, translated as Tree)];
    }),
  );
}

/** The paths of the texts that a translation lacks: `versus.ahead`. */
export function missingWords(english: Words, translation: Translation): string[] {
  return missing(english, translation as Tree, "");
}

function missing(english: Tree, own: Tree, path: string): string[] {
  return Object.entries(english).flatMap(([name, part]) => {
    const translated = own[name];
    if (isText(part)) return translated === undefined ? [path + name] : [];
    return missing(part as Tree, (translated ?? {}) as Tree, `${path}${name}.`);
  });
}
