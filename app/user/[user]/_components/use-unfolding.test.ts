import { afterEach, expect, test, vi } from "vitest";
import { openPage, renderHook } from "@/app/_components/list/test-render-hook";
import { aGame } from "@/lib/domain/test-games";
import { useUnfolding } from "./use-unfolding";

afterEach(() => vi.unstubAllGlobals());

test("in a browser the link names its game, and says whether it is unfolded", async () => {
  openPage("/user/Anna/progress");
  const moth = aGame({ title: "~Hack~ Moth [Subset - Bonus]", maxPossible: 10, numAwarded: 5 });
  const hook = await renderHook(({ game, isOpen }) => useUnfolding(game, isOpen), {
    ...{ game: moth, isOpen: false },
  });
  expect(hook.result).toEqual({
    "aria-expanded": false,
    "aria-label": "5 of 10 achievements of Moth – Bonus",
  });
  await hook.render({ game: { ...moth, numAwarded: 10 }, isOpen: true });
  expect(hook.result).toEqual({
    "aria-expanded": true,
    "aria-label": "All 10 achievements of Moth – Bonus",
  });
  await hook.unmount();
});
