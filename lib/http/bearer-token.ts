import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a request has a token in its `Authorization` header, compared in a time that tells nothing of the token. */
export function hasBearerToken(request: Pick<Request, "headers">, token: string): boolean {
  // The scheme is in any case (RFC 9110, 11.1).
  const given = /^Bearer +(.+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";
  return isSame(given, token);
}

/** Compares in a time that tells nothing of where two texts differ, nor how long they are. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
