const USER_ADDRESS = /^(?:@|(?:https?:\/\/)?[^\s/]*\/user\/)([^\s/?#]*)/i;

/**
 * Whom somebody means who types into a search field: the text itself, or the user of a pasted address
 * of a player's page, RetroAchievements' or this site's own, with or without what may stand around it.
 * What it gives need not be a user name.
 */
export function typedUser(text: string): string {
  const trimmed = text.trim();
  return USER_ADDRESS.exec(trimmed)?.[1] ?? trimmed;
}

/** What was typed, from the segment of a URL that it became; one that was cut or is malformed as it is. */
export function typedInSegment(segment: string): string {
  // An escape that was cut off says nothing.
  const whole = segment.replace(/%[0-9a-f]?$/i, "");
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole;
  }
}
