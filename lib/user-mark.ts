import { createHash } from "node:crypto";

/** Replaces a name or ULID that must not be readable: 32 hexadecimal digits of its SHA-256, in lower case. */
export function markOf(user: string): string {
  return createHash("sha256").update(`longplay:${user.toLowerCase()}`).digest("hex").slice(0, 32);
}
