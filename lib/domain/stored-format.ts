/** Every value that names its version begins with this: the mark of its kind and the version, such as `lphd1:`. */
const NAMED_VERSION = /^(lp[a-z]*)(\d+):/;

/** What a stored text turned out to be. */
export type Opened<Value> =
  | { state: "read"; value: Value }
  /** Another version of the site wrote it: it has to be left alone. */
  | { state: "foreign" }
  | { state: "damaged" };

/**
 * Defines a kind of stored value: the newest version is written, and all versions are read.
 *
 * @param mark letters that begin with `lp`, which no other kind has
 * @param readers by version; each gets the body and throws if it is damaged. The highest version is the written one.
 * @param unmarked the version that was written without mark and number, if there is one
 */
export function storedFormat<Value>(
  mark: string,
  readers: Readonly<Record<number, (body: string) => Value>>,
  unmarked?: number,
) {
  const newest = Math.max(...Object.keys(readers).map(Number));
  const written = newest === unmarked ? "" : `${mark}${newest}:`;
  /** Reads a text with the reader of its version. Never throws. */
  function open(text: string): Opened<Value> {
    const [named = "", kind, version] = NAMED_VERSION.exec(text) ?? [];
    const isNamed = named !== "";
    const read = isNamed && kind !== mark ? undefined : readers[Number(version ?? unmarked)];
    if (!read) return { state: isNamed ? "foreign" : "damaged" };
    try {
      return { state: "read", value: read(text.slice(named.length)) };
    } catch {
      return { state: "damaged" };
    }
  }
  return {
    /** The text that is stored for a body of the newest version. */
    seal: (body: string) => written + body,
    open,
    /** The value of a text; null if there is none that can be read. Never throws. */
    read(text: string | null | undefined): Value | null {
      const opened = open(text ?? "");
      return opened.state === "read" ? opened.value : null;
    },
  };
}
