"use client";

import { STORED_ZONE_SCRIPT } from "./stored-zone";

/** See {@link STORED_ZONE_SCRIPT}. A component of the browser, so that its text is in the page only once. */
export function StoredZoneScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this site
  return <script dangerouslySetInnerHTML={{ __html: STORED_ZONE_SCRIPT }} />;
}
