import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { STORED_KINDS } from "@/e2e/support/stored-kinds";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { dayEnvelope } from "@/lib/archive/stored-day";
import { headEnvelope } from "@/lib/archive/stored-head";
import { guardStore } from "@/lib/cache/guarded-store";
import { createLoadLocks } from "@/lib/cache/load-lock";
import { createRateLimiter } from "@/lib/cache/rate-limiter";
import { aPlayer } from "@/lib/domain/test-games";
import { InvalidResponse, RateLimited } from "@/lib/domain/upstream-error";
import { createImageCache } from "@/lib/images/image-cache";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { awardFormat, sealAwards } from "./awards/stored-awards";
import { sealedFacts, sealedPlayed } from "./games/stored-game";
import { createHiddenPlayers } from "./hidden-players";
import { createPlayerCache } from "./player-cache";
import { rankFormat, sealRanks } from "./ranks/stored-ranks";
import { link, nameLinkKey, readLink, TOMBSTONE, tombstoneKey } from "./removal-keys";
import { createRemovedPlayers } from "./removed-players";
import { decodePlayer, encodePlayer } from "./stored-player";
import {
  awards,
  day,
  fetched,
  gameFacts,
  head,
  lateDay,
  NOW,
  playedGame,
  ranks,
  seenPlayer,
  timesHead,
  timesPart,
  ULID,
  unlockHead,
  unlockNames,
  unlockPart,
  unlocks,
} from "./test-records";
import { sealedHead as sealedTimes, sealedPart as sealedTimesPart } from "./times/stored-times";
import { sealedHead, sealedNames, sealedPart, sealedYear } from "./unlocks/stored-unlocks";
import { createWatchedPlayers } from "./watched-players";

// One record of each kind and version as the site stores it, byte for byte. A pinned record is never changed: a change
// of a format gets a new version, with a record of its own. See "Changing a stored format" in CONTRIBUTING.md.

const USER = ULID.toLowerCase();
const NAME = "AnnaNeu";
const NAME_MARK = "5cc95e6f2ea9dc08e5f4af2240dbf129";
const ULID_MARK = "616e8e11f48b1b5783cc9c668f79055a";
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12M4YWMDAALjASDzB8mzAAAAAElFTkSuQmCC";

let store: Store;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  store = createEmbeddedStore(Date.now);
});
afterEach(() => {
  vi.useRealTimers();
});

/** A stored value, and what it means. */
interface PinnedRecord {
  /** The newest one of a kind is written; the others are only read. */
  version: number;
  key: string;
  value: string;
  /** What the site makes of the value, which stands under its key. */
  read: (value: string) => unknown;
  meaning: unknown;
  /** Has the site store the same. */
  write: () => Promise<unknown>;
  /** What of a value has to be the same, where that is not all of it. */
  body?: (value: string) => unknown;
}

/** Kinds of which nothing is read later: the doctor deletes what it writes, and this lock has an owner and no more. */
const NOT_PINNED = ["doctor", "filling"];

const PLAYER =
  "lp3:rvhSXprJ/q8bBAMAxP/U6bTm3vxy1rdkOdYWLAAqrIIdUAq0d9i7bfWh+wnyQeXe/YjcPCKFJjjgbJyOYKd5FScd0t/kfWJkwsmo9M/h12iWpd8drUCsnsIQDkrWL8+LA7OV76SnjZbetW3pZD211gTBMmf3fZzCITlZjhb7YZAcBzARy6JV+PLREpwYNcgJ8dD5P5ZwkmqTEZ+hqu2v2GPzBrEYxUUVsOUXlniuYqzg8P9XDmuvoxBHC3wTkAOQc2G4hLsSYyw1U3u21oKiboj3ImCDtfhZ94PHn9r/b6zA7yN2q1rHR1lPHE/DYpgbetVqEaczVhgb8UaCXDjEUG4yq4iEss4yAcG1OcQjKTXNDYFi7PHpVU7sdo+Snn8Og+oZN7wSJbyBBrPtKbH/5N9bS7rFI000o1+E2vZ7+YabI1rNaAuKwvRUxPEkJnatNcyoFVNFAy/3F2lWObF3RLNuqCiGurhB9Xq4K0OhoqHc+HgwKk8xUJe8MEWRNUq4TI92gSqk46fzN8SXug7AQadiFDOAe1eMhnBXjUPwO7EwJ98Ec9ujITzs6ZyiYAtcR+yHZ+3uzHrFGiLpLTrW3qpbuvrEz/sX4IRg0IE8J8LypDwC2F/DO0iCb27MGHpJiyq9tSj+vvkG";

/** With the rich presence, which older servers skip: it has no version of its own. */
const SEEN_PLAYER =
  "lp3:BMgIYpnUr3kbNwMAxD6n+Yh6Fm/GepYsn8VSatGclZxS7Cu6lMYDeAj//MeH7ifIB5V79yNyZUWZQhMccBfYCLbMjU7tyWd5H8hMOBy1/kn9GrNt67fCFMT0MTZwULJydlLvmvVqszjqzektOy8L5ZJangUBMid3fBrAIT+chPFO7OfLwT4Rzh5W4ctHa3BiVJIT4qHzf0zgpNCmJD5DVdvp2GGrHjEOadwpTPm1JZ66lDo4/P22TfYSYgpj8Jf/SvshtJ3Xf5K/C5nO/v/Liuw5hsk0Z5f9U1ht4AqrlHwRBwv7vj42E7hzMcZS0w2xpqhL4lUKYCvxveL7D9/Z30/qjtgAsdVlCz6toHwwiOPG1i1103EaVKx4y8RLjDOMRQxUprSKyIHBmeR77drqIA0V1DSXxFnBHO+eV8TW4n6+5J9iv3vCJc9FCe+5QbW1IHYe/dsAS6e4p4nZ5Mcx23hrX3G5RGs28YqisFgVETxUEL7SGpbUioWi2V/ux9Os9o7fEM0ZQ0Ux1PXl2VkNd24oVDSUSxn3Q7uKvhmpalPX5TiGzfRoG1Q523w5f0l83GsfHHQhRsEPAH5JaODOe4vgZ2L3Ofkirgc7NPvDrs6pa0jCdsS+OR6qp/oVywimd/VY29OwcP6B//2vwAkB031VRcTJYbsEXDEaXlsSfHFixtBNmufp3Ujx1+UX";

/** By kind, as `STORED_KINDS` names them. */
const PINNED: Readonly<Record<string, PinnedRecord[]>> = {
  player: [
    {
      version: 3,
      key: `longplay:player:${USER}`,
      value: PLAYER,
      read: decodePlayer,
      meaning: fetched,
      write: async () => put(`longplay:player:${USER}`, await encodePlayer(fetched)),
      body: compressedContent,
    },
    {
      version: 3,
      key: `longplay:player:${USER}`,
      value: SEEN_PLAYER,
      read: decodePlayer,
      meaning: seenPlayer,
      write: async () => put(`longplay:player:${USER}`, await encodePlayer(seenPlayer)),
      body: compressedContent,
    },
  ],
  history: [
    {
      version: 1,
      key: `longplay:history:${USER}`,
      value:
        "lphh1:rOEyuSEhgOrFxZs0n6IBp6IBAp+iAQIDAARBbm5hhYPAyZ400g/UD9YP2A/aD9wP3g/gD+IP5A/mDwUGBQcCAAIADBQcCP6BxgcEwJoMAihOAv6KwAgAALgWQBoI8/cJA5CwCtb/Ah4AAP74ywYBAQ==",
      read: headEnvelope.open,
      meaning: { state: "read", value: head },
      write: () => put(`longplay:history:${USER}`, headEnvelope.seal(head)),
    },
    {
      version: 1,
      key: `longplay:history:${USER}:2026-11-18`,
      value:
        "lphd1:8r9t1T/AB6eiAYWDwMmeNObqslIEQW5uYQdBbm5hTmV10g/UD9YP2A/aD9wP3g/gD+IP5A/mD8gBAZADoAEoPAFQYmp6BQYBBQcCAAIADn5IYWNrfiDDiXRvaWxlDP8BFBwI/oHGBwTAmgwIICb2CgG+DAILKE4C/orACAAABrgWAkAaCI5OA5CwCtb/AkMeAAD++MsGAQEA",
      read: dayEnvelope.open,
      meaning: { state: "read", value: day },
      write: () => put(`longplay:history:${USER}:2026-11-18`, dayEnvelope.seal(day)),
    },
    {
      version: 1,
      key: `longplay:history:${USER}:2026-11-17`,
      value: "lphd1:PG4Lu4hoCKaiAYWDwMmeNObqslLSD9QP1g/YD9oP3A/eD+AP4g/kD+YPyAEBkAOgASg8AVBianoA",
      read: dayEnvelope.open,
      meaning: { state: "read", value: lateDay },
      write: () => put(`longplay:history:${USER}:2026-11-17`, dayEnvelope.seal(lateDay)),
    },
  ],
  unlocks: [
    {
      version: 1,
      key: `longplay:unlocks:${USER}`,
      value:
        "lpuh1:QF1WV9k5LawbBwIAxKI1/QuQETR68wTrEg2M7X2BlK7wtaKDN4GmftW2znlUfC6vLLAIS6dZdq4PW/8aOeRZU/QFCfl2UwrBhhfYQRCUYqfrBIWZBHsEu1nnLhYE/mAbzIbb5TO43CICvF6Cv/Ce/JsEG6ZlEwIjATsu4bB83qRnC7adH8Kfx5rbvqH5VfQJR9l+kY/tOgRfAKkJcknroFTAwvBGBBdb8PhrxjDZLnDRN2CeQLqZhAZYS7Bhelc5ynC7IR6Hx035A+z+kAm8Q7YgnV5HTbxNth0rXaoXF4/ZoTzyf+tn+pOJ/P+Kv4gQihAiE8+mlbmiAA==",
      read: sealedHead.read,
      meaning: unlockHead,
      write: async () => put(`longplay:unlocks:${USER}`, await sealedHead.seal(unlockHead)),
      body: compressedContent,
    },
    {
      version: 1,
      key: `longplay:unlocks:${USER}:2026`,
      value: "lpuy1:e0cK92qaEuKLC4ACh/LWygb4+NIMuDHrGvL5G9/5GxQLHgED",
      read: sealedYear.read,
      meaning: unlocks,
      write: async () => put(`longplay:unlocks:${USER}:2026`, await sealedYear.seal(unlocks)),
      body: compressedContent,
    },
    {
      version: 1,
      key: `longplay:unlocks:${USER}:2026:names`,
      value: "lpun1:Y6lpd2i36VWLEIACCfD8DZECAANvZGQNw4l0b2lsZSAmIDwxPgdad2VpdGVyAw==",
      read: sealedNames.read,
      meaning: unlockNames,
      write: async () =>
        put(`longplay:unlocks:${USER}:2026:names`, await sealedNames.seal(unlockNames)),
      body: compressedContent,
    },
    {
      version: 1,
      key: `longplay:unlocks:${USER}:part`,
      value:
        "lpup1:pTthCKq6E6gbYQAAZOpma2E0Js9hkRdv6+JQAw6ndp49fR5w8U2SI1K2SR5jT8ahHCbP1jtAVjkZ25Z7NXU1WWWQFXFBRv2kFRACQtbU4sr9hcNW8OwUhIewBZ8Efvn9ZZHXUA==",
      read: sealedPart.read,
      meaning: unlockPart,
      write: async () => put(`longplay:unlocks:${USER}:part`, await sealedPart.seal(unlockPart)),
      body: compressedContent,
    },
    {
      version: 1,
      key: `longplay:unlocks:${USER}:part:names`,
      value: "lpun1:Y6lpd2i36VWLEIACCfD8DZECAANvZGQNw4l0b2lsZSAmIDwxPgdad2VpdGVyAw==",
      read: sealedNames.read,
      meaning: unlockNames,
      write: async () =>
        put(`longplay:unlocks:${USER}:part:names`, await sealedNames.seal(unlockNames)),
      body: compressedContent,
    },
  ],
  times: [
    {
      version: 1,
      key: `longplay:times:${USER}`,
      value:
        "lpth1:3R95+iPsEjQbNQEA5GRNyxx/qvDErra+8cAUXwc4xHj0M3J2etm6A/rpKGe+nGs7UEBh9AtGmNUXSJJuDB0YkvB4WLX2wCJPxIN1kEheZERRXMVGEAg4bGsgsQjUSo1qLIEOmhQgkIV3Asqddg/hkJ0TsZyWREZK0hqsBzfoVzWQSIpmEGhmAhLLIZCOVOMjvYPEsAMEiolWolb/ShFjG03oS7g4b/ZDEgOD4tvz5vm6mHwoZW8bk0w67udq2cIpU8huHuX08K9NvMhDXuWfVnZqkSlkvyoeX3+UsqVBJlcA",
      read: sealedTimes.read,
      meaning: timesHead,
      write: async () => put(`longplay:times:${USER}`, await sealedTimes.seal(timesHead)),
      body: compressedContent,
    },
    {
      version: 1,
      key: `longplay:times:${USER}:part`,
      value:
        "lptp1:0ox3RWOjzX4b6wAA5GRtuK9fesekUQLrYklE1mlisq6dEqlkxtObZxJobK0srC053g4H74ztdrDrDfN5laGFmyhAROf3OZPg0FvtJruacScFXUE/OKDREwiIeoaRAH6nLDAov50ARwEOyuMEOPQGo710pgGH2UpAyB33zYflZrKUCAj7M/5E8sVErZ0GO+6u8PDIS2cvCehvzWtRezBvPZH9GzbZLSVjc6Qz/twLHflxpxLGl8W4fphtAR0=",
      read: sealedTimesPart.read,
      meaning: timesPart,
      write: async () => put(`longplay:times:${USER}:part`, await sealedTimesPart.seal(timesPart)),
      body: compressedContent,
    },
  ],
  game: [
    {
      version: 1,
      key: "longplay:game:1446",
      value:
        "lpgf1:TDxA8UkZc4cb0wAARJUxlV16UBXbziw0MMTf6uvk+KCc1SIJE0q9KAwzCyxPWVU06UwVPnhjNr2MF9NJ6YK0JVLRFDjWScGYoGhNkLZoNE64CA0dMXJ0OCOdSHnSiARWSLfbkagT/99lv9xMJSxZy4Oo7uVslTfnbC+jqcT1A5rSY4SqReIg7stdf6fQg2aqTKl22U4RYK40wj2ZSsbAQroIvdv9Ag==",
      read: sealedFacts.read,
      meaning: gameFacts,
      write: async () => put("longplay:game:1446", await sealedFacts.seal(gameFacts)),
      body: compressedContent,
    },
  ],
  played: [
    {
      version: 1,
      key: `longplay:played:${USER}:1446`,
      value:
        "lpgp1:rJTrxHh3SoQbbAAAxFxb6pcX/vcHsjVLHguiLwaD8F9E1MnpQfnfoQADzAsAAsxt7PpFxVE3enw4+9yvfqwTXhejIbmTjefeXpP/fBwDzqqtCIrmgEeYpEKhi5CVEo2qcLSmYGX+",
      read: sealedPlayed.read,
      meaning: playedGame,
      write: async () => put(`longplay:played:${USER}:1446`, await sealedPlayed.seal(playedGame)),
      body: compressedContent,
    },
  ],
  ranks: [
    {
      version: 1,
      key: `longplay:ranks:${USER}`,
      value: `lprk1:{"fetchedAt":${NOW - 7000},"hardcore":{"rank":1234,"of":95000},"casual":null,"playing":{"text":"In the “garden”","at":1790000000}}`,
      read: rankFormat.read,
      meaning: ranks,
      write: () => put(`longplay:ranks:${USER}`, sealRanks(ranks)),
    },
  ],
  awards: [
    {
      version: 1,
      key: `longplay:awards:${USER}`,
      value: `lpaw1:{"fetchedAt":${NOW - 9000},"badges":[{"kind":"event","title":"Relay & “more”","iconPath":"/Images/074560.png","at":1790000000},{"kind":"site","title":"Patreon supporter","iconPath":null,"at":1780000000}]}`,
      read: awardFormat.read,
      meaning: awards,
      write: () => put(`longplay:awards:${USER}`, sealAwards(awards)),
    },
  ],
  watched: [
    {
      version: 1,
      key: `longplay:watched:${USER}`,
      value: `${NOW} ${NOW - 60_000}`,
      read: () => createWatchedPlayers(store, Date.now).list(),
      meaning: [{ user: USER, visitedAt: NOW, checkedAt: NOW - 60_000 }],
      write: async () => createWatchedPlayers(store, Date.now).add(fetched.player)?.(),
    },
  ],
  removed: [
    {
      version: 1,
      key: `longplay:removed:${ULID_MARK}`,
      value: "lpr1:",
      read: () => isRemoved(ULID),
      meaning: true,
      write: () => put(tombstoneKey(ULID), TOMBSTONE),
    },
  ],
  "removed-name": [
    {
      version: 1,
      key: `longplay:removed-name:${NAME_MARK}`,
      value: `lpr1:${ULID_MARK}`,
      read: async (value) => [await isRemoved(NAME), readLink(value)],
      meaning: [true, ULID_MARK],
      write: () => put(nameLinkKey(NAME), link(ULID)),
    },
  ],
  hidden: [
    {
      version: 1,
      key: `longplay:hidden:${NAME_MARK}`,
      value: `lpr1:${ULID_MARK}`,
      async read() {
        const hidden = aHiddenPlayer();
        await hidden.learn();
        return { isHidden: hidden.has(ULID), calls: standIn.count("profile") };
      },
      meaning: { isHidden: true, calls: 0 },
      write: () => aHiddenPlayer().learn(),
    },
  ],
  name: [
    {
      version: 1,
      key: `longplay:name:${NAME.toLowerCase()}`,
      value: `${USER} ${NOW}`,
      async read() {
        await store.set(`longplay:player:${USER}`, PLAYER, null);
        return answerFor(NAME);
      },
      meaning: { state: "hit", games: 5, calls: 0 },
      write: async () => (await aCache().get(NAME)).stored,
    },
  ],
  unknown: [
    {
      version: 1,
      key: "longplay:unknown:nobody",
      value: String(NOW),
      read: () => answerFor("Nobody"),
      meaning: { code: "player-not-found", calls: 0 },
      write: () => aCache().get("Nobody").catch(String),
    },
  ],
  empty: [
    {
      version: 1,
      key: `longplay:empty:${USER}`,
      value: String(NOW),
      async read() {
        await storePlayerOf3DaysAgo();
        vi.setSystemTime(NOW + 86_400_000);
        await refreshed();
        return answerFor(ULID);
      },
      meaning: { state: "hit", games: 0, calls: 1 },
      async write() {
        await storePlayerOf3DaysAgo();
        await refreshed();
      },
    },
  ],
  lock: [
    {
      version: 1,
      key: "longplay:lock:annaneu",
      value: "failed rate-limited 30",
      read: () =>
        createLoadLocks(guardStore(store, Date.now))
          .waitFor("longplay:lock:annaneu")
          .catch(({ code, retryAfterSeconds }) => [code, retryAfterSeconds]),
      meaning: ["rate-limited", 30],
      write() {
        standIn.fail("rate-limited");
        return aCache().get(NAME).catch(String);
      },
    },
  ],
  upstream: [
    {
      version: 1,
      key: "longplay:upstream",
      value: `{"calls":[[${NOW / 1000},3]],"pausedUntil":${NOW / 1000 + 45},"failures":1,"openUntil":0,"unreadable":"${NAME_MARK.slice(0, 12)}"}`,
      read: () =>
        aRateLimiter()
          .acquire({ calls: 1, cause: "load" })
          .catch(({ code, retryAfterSeconds }) => [code, retryAfterSeconds]),
      meaning: ["rate-limited", 45],
      async write() {
        const limiter = aRateLimiter();
        await limiter.acquire({ calls: 3, cause: "load" });
        await limiter.report(NAME, new InvalidResponse("all"));
        await limiter.report(NAME, new RateLimited(45));
      },
    },
  ],
  "upstream-v2": [
    {
      version: 1,
      key: "longplay:upstream-v2",
      value: `{"calls":[[${NOW / 1000},1]],"pausedUntil":${NOW / 1000 + 60},"failures":0,"openUntil":0,"unreadable":""}`,
      read: () =>
        aV2Limiter()
          .acquire({ calls: 1, cause: "load" })
          .catch(({ code, retryAfterSeconds }) => [code, retryAfterSeconds]),
      meaning: ["rate-limited", 60],
      async write() {
        const limiter = aV2Limiter();
        await limiter.acquire({ calls: 1, cause: "load" });
        await limiter.report(NAME, new RateLimited(60));
      },
    },
  ],
  image: [
    {
      version: 1,
      key: "longplay:image:/Images/000001.png",
      value: PNG,
      async read() {
        const images = anImageCache(() => Promise.reject(new Error("It is stored.")));
        await images.load("/Images/000001.png");
        return images.peek("/Images/000001.png");
      },
      meaning: `data:image/png;base64,${PNG}`,
      async write() {
        const images = anImageCache(async () => Buffer.from(PNG, "base64"));
        await images.load("/Images/000001.png");
        await images.stored();
      },
    },
  ],
};

/** Another version of Brotli may compress the same to other bytes. */
function compressedContent(value: string) {
  const start = value.indexOf(":") + 1;
  const bytes = Buffer.from(value.slice(start), "base64");
  const content = brotliDecompressSync(bytes.subarray(8)).toString("latin1");
  return [value.slice(0, start), bytes.subarray(0, 8).toString("hex"), content];
}

const put = (key: string, value: string) => store.set(key, value, null);
const aRateLimiter = () => createRateLimiter(guardStore(store, Date.now), 60, Date.now);
const aV2Limiter = () =>
  createRateLimiter(guardStore(store, Date.now), 60, Date.now, "upstream-v2");
const anImageCache = (fetch: () => Promise<Uint8Array>) =>
  createImageCache({ store, fetch, shrink: async (bytes) => bytes, now: Date.now });

const aHiddenPlayer = () => {
  standIn.setPlayer(aWirePlayer({ name: NAME, profile: { ULID } }));
  return createHiddenPlayers([NAME], store, aClient().fetchPair, Date.now);
};

async function isRemoved(user: string): Promise<boolean> {
  const removed = createRemovedPlayers({ store, noticeSeconds: 60, now: Date.now });
  await removed.refresh([user]);
  return removed.has(user);
}

/** A cache before a RetroAchievements that knows Anna with one game. */
function aCache() {
  standIn.setPlayer(aWirePlayer({ name: NAME, games: 1, profile: { ULID } }));
  return createPlayerCache({
    store,
    upstream: aClient(),
    freshSeconds: 300,
    staleSeconds: 30 * 86_400,
    callsPerMinute: 60,
  });
}

/** What a cache answers, and how often it asked RetroAchievements for it. */
async function answerFor(user: string) {
  const answer = await aCache()
    .get(user)
    .then(
      ({ player, state }) => ({ state, games: player.games.length }),
      ({ code }) => ({ code }),
    );
  return { ...answer, calls: standIn.count("profile") };
}

const storePlayerOf3DaysAgo = async () => {
  const games = fetched.player.games;
  const player = { ...aPlayer(games, { name: NAME, ulid: ULID }), checkedAt: NOW - 3 * 86_400_000 };
  await put(`longplay:player:${USER}`, await encodePlayer({ player, readWholeAt: 0 }));
};

/** A refresh that brings an empty list. */
async function refreshed() {
  const cache = aCache();
  standIn.setPlayer(aWirePlayer({ name: NAME, games: 0, profile: { ULID } }));
  await (await cache.get(ULID)).refresh?.();
}

test("each kind of stored value has a pinned record", () => {
  expect([...Object.keys(PINNED), ...NOT_PINNED].sort()).toEqual(Object.keys(STORED_KINDS).sort());
});

describe.each(Object.keys(PINNED))("%s", (kind) => {
  const records = PINNED[kind] ?? [];
  const newest = Math.max(...records.map(({ version }) => version));

  test.each(records)("version $version under $key is read as it was meant", async (record) => {
    await put(record.key, record.value);
    expect(await record.read(record.value)).toEqual(record.meaning);
  });

  test.each(records)(
    "without version $version under $key, something else is read",
    async (record) => {
      expect(await record.read("")).not.toEqual(record.meaning);
    },
  );

  test.each(records.filter(({ version }) => version === newest))(
    "version $version under $key is written as it is pinned, or has another version",
    async ({ key, value, write, body = (text: string) => text }) => {
      await write();
      const written = await store.get(key);
      expect(body(written ?? "")).toEqual(body(value));
    },
  );
});
