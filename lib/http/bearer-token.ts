import { createHash, timingSafeEqual } from "node:crypto";

/** Whether the `Authorization` header of a request has the token, compared in constant time. */
export function hasBearerToken(request: Pick<Request, "headers">, token: string): boolean {
  // The scheme is case-insensitive (RFC 9110, 11.1).
  const given = /^Bearer +(.+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";
  // Texts of any length have digests of one length, which can be compared in constant time.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
