import { createHash, timingSafeEqual } from "node:crypto";

/** Whether the `Authorization` header of a request has the token, compared in constant time. */
export function hasBearerToken(request: Pick<Request, "headers">, token: string): boolean {
  // The scheme is case-insensitive (RFC 9110, 11.1).
  const given = /^Bearer +(.+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";
  return isSame(given, token);
}

/** Compares two texts of any length in constant time. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
