import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";
import { TooManyRequests } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";

const WINDOW_MS = 60_000;

/**
 * The address that a client is counted by, without a port and in one spelling: for IPv6 the /64 network, as one client
 * has all of it. Text that is no address is taken as it is. Null without a trusted proxy.
 *
 * @param isTrusted whether a proxy of the owner writes the last address of `X-Forwarded-For`
 */
export function clientAddress(headers: Headers, isTrusted: boolean): string | null {
  if (!isTrusted) return null;
  const last = headers
    .get("x-forwarded-for")
    ?.split(",")
    .at(-1)
    ?.trim()
    .slice(0, LIMITS.clientAddressCharacters);
  if (!last) return null;
  const address = withoutPort(last.replaceAll('"', ""));
  return isIPv6(address) ? network(address) : address;
}

/** Some proxies write the client's port too: `203.0.113.7:5678`, `[2001:db8::1]:5678`. */
function withoutPort(text: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d*)?$/.exec(text) ?? [];
  return bracketed ?? text.replace(/^([^:]*):\d*$/, "$1");
}

/** The first four groups of an IPv6 address without leading zeros; the IPv4 address that one is mapped from. */
function network(address: string): string {
  // A URL has one spelling (RFC 5952); a zone (RFC 4007) names an interface of the proxy.
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, "")}]`);
  const [before = "", after] = hostname.slice(1, -1).split("::");
  const groups = before.split(":").filter(Boolean);
  const rest = after?.split(":").filter(Boolean) ?? [];
  while (groups.length + rest.length < 8) groups.push("0");
  const all = [...groups, ...rest];
  return all.slice(0, 6).join(":") === "0:0:0:0:0:ffff"
    ? all.slice(6).flatMap(bytesOf).join(".")
    : all.slice(0, 4).join(":");
}

/** The two bytes of a group of IPv6. */
function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
}

/**
 * Limits the requests of each client in a minute, in this process.
 *
 * @param now milliseconds since some moment: setting the clock moves no window
 * @returns a function that counts one request of a client. @throws TooManyRequests
 */
export function limitClients(
  requestsPerMinute: number,
  now: () => number = () => performance.now(),
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
