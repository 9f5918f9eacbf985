import { env } from "@/lib/env";

/**
 * Ends this process if a setting is bad, with a message that names it: Next would go on, and answer
 * everything with an error.
 */
export function refuseBadSettings(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
