import { LRUCache } from "lru-cache";
import { TooManyRequests } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";

const WINDOW_MS = 60_000;

/**
 * The address that a client is counted by: of IPv6 its network, which is what one client has to
 * itself. Null where nobody vouches for it.
 *
 * @param isTrusted whether a proxy of the owner's writes the last address of `X-Forwarded-For`
 */
export function clientAddress(headers: Headers, isTrusted: boolean): string | null {
  if (!isTrusted) return null;
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64);
  if (!last) return null;
  return last.includes(":") && !last.includes(".") ? network(last) : last;
}

/** The first four groups of an IPv6 address, those that `::` leaves out included. */
function network(address: string): string {
  const [before = "", after] = address.toLowerCase().split("::");
  const groups = before.split(":").filter(Boolean);
  const rest = after?.split(":").filter(Boolean) ?? [];
  while (groups.length + rest.length < 8 && after !== undefined) groups.push("0");
  return [...groups, ...rest].slice(0, 4).join(":");
}

/**
 * Counts what clients cost: so many requests a minute each, in this process.
 *
 * @param now epoch milliseconds
 * @returns a function that counts one request of a client. @throws TooManyRequests
 */
export function limitClients(
  requestsPerMinute: number,
  now: () => number = Date.now,
): (address: string | null) => void {
  const windows = new LRUCache<string, { startedAt: number; requests: number }>({
    max: LIMITS.clients,
  });
  return (address) => {
    if (address === null) return;
    const known = windows.get(address);
    const window =
      known && now() - known.startedAt < WINDOW_MS ? known : { startedAt: now(), requests: 0 };
    if (window.requests >= requestsPerMinute) {
      const left = Math.ceil((window.startedAt + WINDOW_MS - now()) / 1000);
      throw new TooManyRequests(Math.max(1, left));
    }
    window.requests++;
    windows.set(address, window);
  };
}
