import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFontFiles } from "@/lib/cards/font";

/** The optional package with all other letters that the site's fonts have. */
export const LETTERS_PACKAGE = "longplay-letters";

const IN_PACKAGE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Extended_Pictographic}]/u;

/** The letters that this process can draw. */
export interface Letters {
  /** Whether the package with other letters is installed. */
  areAll: boolean;
  /** The texts whose letters are left out, and in the package. */
  leftOut: ReadonlySet<string>;
}

/**
 * Has cards drawn with the fonts of this package: Latin, Greek and Cyrillic, and others if the package with them is
 * installed.
 *
 * @param folder of the fonts that come with the command
 */
export function loadLetters(folder: string): Letters {
  const other = folderOfPackage();
  const folders = other === null ? [folder] : [other, folder];
  const leftOut = new Set<string>();
  setFontFiles({
    pathOf: (file) => folders.map((at) => join(at, file)).find(existsSync) ?? null,
    undrawable: (text) => {
      if (other === null && IN_PACKAGE.test(text)) leftOut.add(text);
    },
  });
  return { areAll: other !== null, leftOut };
}

function folderOfPackage(): string | null {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`${LETTERS_PACKAGE}/package.json`)), "fonts");
  } catch {
    return null;
  }
}
