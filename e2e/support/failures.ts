import type { FailureMode } from "./ra-stand-in";

/** Each failure of the stand-in, and what RetroAchievements does then. */
export const FAILURES: Record<FailureMode, string> = {
  "rate-limited": "asks to slow down (429), and the site rests for 30 s",
  limited: "asks to slow down, and does not say for how long (429, as API v2 does)",
  "bad-request": "refuses the request (400, as API v2 does)",
  "missing-scope": "refuses the key for this part of it (403, as API v2 does)",
  unavailable: "is out of order (503)",
  forbidden: "has its CDN turn the site away (403)",
  html: "sends a challenge page in place of JSON",
  hang: "accepts requests and never answers",
  cut: "breaks off in the middle of an answer",
  malformed: "sends JSON of another shape",
  "not-found": "has nothing at that address (404)",
  refuse: "closes connections without an answer",
  error: "fails (500)",
  revoked: "refuses the key (401)",
  endless: "sends an answer that never ends",
  huge: "sends an answer of 100 MB",
  bomb: "sends an answer of 100 MB that is packed into 100 kB",
  "many-rows": "sends 200,000 empty rows",
  brackets: "sends ten million brackets",
};
