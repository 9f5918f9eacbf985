/** The places that a card can be shown in, and what to do with its code there. */
export const PLACES = {
  GitHub: "Paste this into your README.md.",
  "Forum BBCode": "Paste this into a forum post or your signature.",
  HTML: "Paste this into your website or blog.",
  "Discord and chat": "Send this link in a chat: it shows the card as a PNG.",
  OBS: "Add a Browser source in OBS with this URL: it is transparent and updates by itself.",
  "GitHub, no server": "Save this in your repository as .github/workflows/cards.yml.",
  Shields: "Paste this into your README.md: a small badge that counts your masteries.",
} as const;

export type Place = keyof typeof PLACES;

/** The place that needs no site: a workflow of GitHub draws the card. */
export const NO_SERVER = "GitHub, no server" satisfies Place;
