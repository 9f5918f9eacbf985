import { compareRoute } from "@/lib/http/compare-route";

/** Two to four players side by side: what each has, what they share, and the games with the progress of each. */
export const GET = compareRoute();
