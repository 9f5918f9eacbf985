import { z } from "zod";
import { DEFAULT_FEED, FEED_KINDS, type FeedKind } from "@/lib/exports/atom";
import type { Parsed } from "./problem";

const ANY = FEED_KINDS.join("|");

/** The parameters of a feed. */
export const feedParameters = {
  only: z
    .string()
    .regex(new RegExp(`^(?:${ANY})(?:,(?:${ANY})){0,9}$`))
    .default(DEFAULT_FEED.join()),
};

/** Reads the kinds of events in a feed: each once, in the order of `FEED_KINDS`. */
export function readFeedKinds(parameters: URLSearchParams): Parsed<readonly FeedKind[]> {
  const parsed = feedParameters.only.safeParse(parameters.get("only") || undefined);
  if (!parsed.success) {
    const reason = `must be some of ${FEED_KINDS.join(", ")}, with commas between`;
    return { errors: [{ name: "only", reason, allowed: FEED_KINDS }] };
  }
  const named = parsed.data.split(",");
  return { query: FEED_KINDS.filter((kind) => named.includes(kind)) };
}
