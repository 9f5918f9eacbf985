import { isIP } from "node:net";

/**
 * What may be said of a text that nobody has read before it is logged, such as an error's message: RA
 * wants the key in its URLs, and stores want a token. Addresses, queries and what looks like a secret
 * are replaced by what they were.
 *
 * @param most letters of the result
 */
export function safeText(text: string, most: number): string {
  return (
    text
      // What follows cannot be in the result, and is not worth reading.
      .slice(0, 4 * most)
      // A stack names the files of this site.
      .replace(/\b(?!file:)[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)\]]*/gi, "[url]")
      .replace(/\?[^\s"'<>)=]*=[^\s"'<>)]*/g, "?[query]")
      .replace(
        /\b(y|z|u|\w*key|\w*token|\w*secret|password)(=|["']: ?)["']?[^\s&"'<>)]+/gi,
        "$1$2[…]",
      )
      .replace(/\b(Bearer|Basic) +[^\s"'<>)]+/gi, "$1 […]")
      .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?::\d+)?/g, "[address]")
      .replace(/(?<!\w)[\da-f:]*:[\da-f:.]*(?!\w)/gi, (word) => (isIP(word) ? "[address]" : word))
      .slice(0, most)
  );
}
