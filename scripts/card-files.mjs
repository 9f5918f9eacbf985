/**
 * The file names of all cards, from a site's OpenAPI document, such as `summary` and `game-1446`.
 *
 * @param {{ paths: Record<string, unknown> }} document
 * @param {Readonly<Record<string, string | number | undefined>>} values of the cards' arguments; a card whose argument
 *   has no value is left out
 * @returns {string[]}
 */
export function cardFiles({ paths }, values) {
  return Object.keys(paths).flatMap((path) => {
    const [, file, argument] =
      /^\/user\/\{user\}\/cards\/([a-z]+)(?:-\{(\w+)\})?\.\{format\}$/.exec(path) ?? [];
    if (file === undefined) return [];
    if (argument === undefined) return [file];
    return values[argument] === undefined ? [] : [`${file}-${values[argument]}`];
  });
}
