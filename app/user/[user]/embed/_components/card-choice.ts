/** What a choice is made of: the card, its game, and its options as they stand in its URL. */
export const FIELDS = [
  "card",
  "id",
  "theme",
  "count",
  "width",
  "radius",
  "border",
  "title",
  "bg",
  "ink",
  "soft",
  "line",
  "locale",
  "hide",
] as const;

/** A card with its options, as the builder's URL has them. */
export type CardChoice = { card: string } & Partial<Record<(typeof FIELDS)[number], string>>;
