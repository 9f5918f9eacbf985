const USER_ADDRESS = /^(?:@|(?:https?:\/\/)?[^\s/]*\/user\/)([^\s/?#]*)/i;

/**
 * The user that a text in a search field means: the text itself, or the user of a pasted URL of a player's page, of
 * RetroAchievements or of this site. The result need not be a valid user name.
 */
export function typedUser(text: string): string {
  const trimmed = text.trim();
  return USER_ADDRESS.exec(trimmed)?.[1] ?? trimmed;
}

/** Decodes a segment of a URL; a malformed one is returned unchanged. */
export function typedInSegment(segment: string): string {
  // Drops an escape that was cut off.
  const whole = segment.replace(/%[0-9a-f]?$/i, "");
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole;
  }
}
