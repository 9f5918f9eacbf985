import { dropInNotFound } from "@/lib/http/drop-in-answers";

/** All files below RA's `/API/` that this site does not serve, to which next.config.mjs rewrites. */
export const GET = (): Response => dropInNotFound();
export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
