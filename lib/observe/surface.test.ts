import { expect, test } from "vitest";
import { surfaceOf } from "./surface";

test.each([
  ["/user/Name", "page"],
  ["/user/Name/progress?status=eq-mastered", "page"],
  ["/user/Name/embed", "page"],
  ["/compare/Name/Other?who=even", "page"],
  ["/user/Name/year/2026", "page"],
  ["/user/Name/history", "page"],
  ["/user/Name/cards/summary.svg?theme=dark", "card"],
  ["/user/Name/feed.xml", "feed"],
  ["/user/Name/badge.json", "badge"],
  ["/user/Name/games.csv", "export"],
  ["/api/v1/users/Name/games", "json"],
  ["/api/v1/compare?users=Name,Other", "json"],
  ["/API/API_GetUserCompletionProgress.php?u=Name", "drop-in"],
  ["/api/retroachievements/completion-progress?u=Name", "drop-in"],
  ["/", "other"],
])("%s is %s", (path, surface) => {
  expect(surfaceOf(`https://site.example${path}`)).toBe(surface);
});
