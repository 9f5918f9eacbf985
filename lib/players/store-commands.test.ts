import { expect, test } from "vitest";
import { aCache, later, shareOneStore, site, ulid } from "@/e2e/support/unit-servers";
import { aClient } from "@/e2e/support/unit-stand-in";
import type { Store } from "@/lib/kv/store";

shareOneStore();

/** Runs something and waits for what it writes. @returns the commands that the store got, without those of the budget */
async function commandsOf(run: (store: Store) => Promise<unknown>): Promise<string[]> {
  const commands: string[] = [];
  const { store } = site;
  const counted = new Proxy(store, {
    get(target, name: keyof Store) {
      const value = target[name];
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const isBudget = JSON.stringify(given).includes("longplay:upstream");
        if (name !== "time" && !isBudget) commands.push(name);
        return Reflect.apply(value, target, given);
      };
    },
  });
  await run(counted);
  return commands;
}

const server = (store: Store) => aCache({ store, upstream: aClient(), staleSeconds: 30 * 86_400 });

test("a load is read twice, locked, and written under ULID and name", async () => {
  const commands = await commandsOf(async (store) => {
    await (await server(store).get("MaxMilyin")).stored;
  });
  const locked = ["getMany", "set", "set", "commit"];
  expect(commands).toEqual(["getMany", "commit", ...locked]);
});

test("a stored player costs another server two commands by name, one by ULID, and then none", async () => {
  await (await aCache().get("MaxMilyin")).stored;
  const byName = (store: Store) => server(store).get("maxmilyin");
  const byUlid = (store: Store) => server(store).get(ulid());
  expect(await commandsOf(byName)).toEqual(["getMany", "getMany"]);
  expect(await commandsOf(byUlid)).toEqual(["getMany"]);
  const twice = (store: Store) => {
    const cache = server(store);
    return cache.get(ulid()).then(() => cache.get(ulid()));
  };
  expect(await commandsOf(twice)).toEqual(["getMany"]);
});

test("a refresh and a check each read once, lock, and write under ULID and name", async () => {
  await (await aCache().get("MaxMilyin")).stored;
  later(301);
  const refreshed = await commandsOf(async (store) =>
    (await server(store).get(ulid())).refresh?.(),
  );
  const update = ["commit", "getMany", "set", "set", "commit"];
  expect(refreshed).toEqual(["getMany", ...update]);
  later(3600);
  const checked = await commandsOf((store) => server(store).check(ulid(), Date.now()));
  // One read more: whether the name is still theirs.
  expect(checked).toEqual(["getMany", ...update.toSpliced(2, 0, "getMany")]);
});
