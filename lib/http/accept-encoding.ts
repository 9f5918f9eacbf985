/** A content coding that this site sends (RFC 9110, 8.4.1). */
export type Encoding = "br" | "gzip" | "identity";

/** Best first. */
const SENT: readonly Encoding[] = ["br", "gzip", "identity"];

/** RFC 9110, 8.4.1.3. */
const ALIASES: Record<string, string> = { "x-gzip": "gzip" };

/**
 * The encodings that a client accepts (RFC 9110, 12.5.3): by its weights, and by what is smallest among equal ones.
 * A coding without a valid weight is not accepted. Never empty: a client that accepts nothing of this site is sent
 * identity, as the RFC allows.
 *
 * @param header `Accept-Encoding`; without one, or with an empty one, only identity is accepted
 */
export function acceptedEncodings(header: string | null): readonly Encoding[] {
  const weights = parseWeights(header ?? "");
  const any = weights.get("*");
  // Without a weight of its own, identity is accepted last.
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? any ?? (encoding === "identity" ? Number.MIN_VALUE : 0);
  const accepted = SENT.filter((encoding) => weightOf(encoding) > 0).sort(
    (one, other) => weightOf(other) - weightOf(one),
  );
  return accepted.length > 0 ? accepted : ["identity"];
}

function parseWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", weight] = part.split(";", 2).map((text) => text.trim());
    if (name !== "") weights.set(ALIASES[name] ?? name, parseWeight(weight));
  }
  return weights;
}

/** From 0 to 1; 0 if it is malformed. */
function parseWeight(text: string | undefined): number {
  if (text === undefined) return 1;
  const [, value] = /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(text) ?? [];
  return Number(value ?? 0);
}
