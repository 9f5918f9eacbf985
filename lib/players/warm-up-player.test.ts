import { expect, test } from "vitest";
import { isUlid } from "@/lib/domain/user";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";
import { demoHistory } from "@/lib/retroachievements/demo/history";
import { loadHistory, newestDays } from "./load-history";
import { loadPageVersion, loadPlayer } from "./load-player";
import { viewRevision } from "./view-revision";
import { addWarmUpPlayer, dropWarmUpPlayer, warmUpPlayer } from "./warm-up-player";

test("the player of a warm-up is loaded under an unguessable user until dropped", async () => {
  const { player } = await createDemo().fetchPlayer(DEMO_USERS[0] ?? "");
  const history = demoHistory(player);
  const user = addWarmUpPlayer(player, history);
  expect(isUlid(user)).toBe(true);
  const loaded = await loadPlayer(user);
  expect(loaded.player.profile).toMatchObject({ name: user, ulid: user, avatarPath: "" });
  expect(loaded.player.games).toBe(player.games);
  const version = await viewRevision("overview", loaded);
  expect((await loadPageVersion(version)).player).toBe(loaded.player);
  const range = newestDays(30, loaded.player);
  const found = await loadHistory(loaded.player, range);
  expect(found.keeping.kept).toBe(true);
  expect(found.history?.days.at(-1)).toBe(history.days.at(-1));
  expect(addWarmUpPlayer(player, history)).not.toBe(user);
  dropWarmUpPlayer();
  expect(warmUpPlayer(user)).toBeUndefined();
});
