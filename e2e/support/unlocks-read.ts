import { expect } from "@playwright/test";
import { ask } from "./ask";
import type { Site } from "./site";

/** Has a site read all unlocks of a player, as a visitor's view does, and waits for it. */
export async function untilUnlocksAreRead({ url }: Pick<Site, "url">, name: string): Promise<void> {
  await ask(`${url}/user/${name}`);
  const progress = () => ask(`${url}/api/v1/users/${name}/unlocks/progress`);
  await expect
    .poll(async () => JSON.parse((await progress()).text).state, { timeout: 30_000 })
    .toBe("complete");
}
