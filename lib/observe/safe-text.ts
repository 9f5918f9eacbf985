import { isIP } from "node:net";

/**
 * Redacts a text for the log, such as an error's message: RA has the key in its URLs, and stores have a token. URLs,
 * addresses, queries and anything like a secret are replaced by placeholders.
 *
 * @param max characters of the result
 */
export function safeText(text: string, max: number): string {
  return (
    text
      // Bounds the work: the rest cannot be in the result.
      .slice(0, 4 * max)
      // `file:` URLs stay: stack traces have them.
      .replace(/\b(?!file:)[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)\]]*/gi, "[url]")
      .replace(/\?[^\s"'<>)=]*=[^\s"'<>)]*/g, "?[query]")
      .replace(
        /\b(y|z|u|\w*key|\w*token|\w*secret|password)(=|["']: ?)["']?[^\s&"'<>)]+/gi,
        "$1$2[…]",
      )
      .replace(/\b(Bearer|Basic) +[^\s"'<>)]+/gi, "$1 […]")
      .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?::\d+)?/g, "[address]")
      .replace(/(?<!\w)[\da-f:]*:[\da-f:.]*(?!\w)/gi, (word) => (isIP(word) ? "[address]" : word))
      .slice(0, max)
  );
}
