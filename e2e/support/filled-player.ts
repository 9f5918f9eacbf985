import { expect } from "@playwright/test";
import { ask } from "./ask";
import type { Site } from "./site";

/** A call that another test has had hang, and the pause after it. */
const MOST_MS = 60_000;

/** Has a site read all unlocks, times and ranks of a player, as a visitor's view does, and waits for it. */
export async function untilPlayerIsFilled({ url }: Pick<Site, "url">, name: string): Promise<void> {
  await ask(`${url}/user/${name}`);
  const answerOf = async (path: string) =>
    JSON.parse((await ask(`${url}/api/v1/users/${name}${path}`)).text);
  await expect
    .poll(
      async () => {
        const { state } = await answerOf("/unlocks/progress");
        const { points, counts } = await answerOf("/summary");
        return [state, points === null && counts.played > 0 ? "without points" : "with points"];
      },
      { timeout: MOST_MS },
    )
    .toEqual(["complete", "with points"]);
}
