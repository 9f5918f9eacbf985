import { createHash } from "node:crypto";

/** Stands for a name or a ULID where neither may be readable: 32 hexadecimal digits of its SHA-256, the case ignored. */
export function markOf(user: string): string {
  return createHash("sha256").update(`longplay:${user.toLowerCase()}`).digest("hex").slice(0, 32);
}
