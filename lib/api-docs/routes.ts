import { CARD_ROUTES } from "./card-routes";
import { COMPARE_ROUTES } from "./compare-routes";
import { PLAYER_ROUTES } from "./player-routes";
import type { ApiRoute } from "./route";
import { SITE_ROUTES } from "./site-routes";

/** Every route of this site that is for programs or for embedding. */
export const API_ROUTES: readonly ApiRoute[] = [
  ...PLAYER_ROUTES,
  ...COMPARE_ROUTES,
  ...CARD_ROUTES,
  ...SITE_ROUTES,
];
