import { z } from "zod";
import { readBody } from "./read-body";

const json = z.union([z.array(z.unknown()), z.looseObject({})]);

/**
 * The body of an answer without success, if it is a list or an object in JSON, as RA's own are; null for the page of a proxy in front
 * of it. Never throws.
 *
 * @param maxBytes of a body; more is no answer of RA
 */
export async function readErrorBody(response: Response, maxBytes: number): Promise<unknown> {
  try {
    const body = await readBody(response, maxBytes);
    return json.parse(JSON.parse(body.toString()));
  } catch {
    return null;
  }
}
