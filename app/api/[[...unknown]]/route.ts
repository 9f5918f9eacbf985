import { noSuchAddress } from "@/lib/http/problem";

/** All addresses of the API that there are not: a program is answered in JSON, not with a page. */
export const GET = (): Response => noSuchAddress();
export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
