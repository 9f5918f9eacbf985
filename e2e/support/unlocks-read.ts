import { expect } from "@playwright/test";
import { ask } from "./ask";
import type { Site } from "./site";

/** A call that another test has had hang, and the pause after it. */
const MOST_MS = 60_000;

/** Has a site read all unlocks of a player, as a visitor's view does, and waits for it. */
export async function untilUnlocksAreRead({ url }: Pick<Site, "url">, name: string): Promise<void> {
  await ask(`${url}/user/${name}`);
  const progress = () => ask(`${url}/api/v1/users/${name}/unlocks/progress`);
  await expect
    .poll(async () => JSON.parse((await progress()).text).state, { timeout: MOST_MS })
    .toBe("complete");
}
