const NAME = /^[0-9A-Za-z]{2,20}$/;
const ULID = /^[0-9A-Za-z]{26}$/;

/**
 * Whether a text can be a user: a name of 2–20 letters and digits, or a ULID of 26 (the rule of RA's `u` parameter). RA
 * is never asked for anything else.
 */
export function isUser(text: string): boolean {
  return NAME.test(text) || ULID.test(text);
}

/** Whether a text is a ULID and not a name. */
export function isUlid(text: string): boolean {
  return ULID.test(text);
}
