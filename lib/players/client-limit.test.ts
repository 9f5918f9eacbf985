import { describe, expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { clientAddress, limitClients } from "./client-limit";

const from = (value: string) => new Headers({ "X-Forwarded-For": value });

describe("a client's address", () => {
  test("is the one that the trusted proxy wrote last, whatever the client sent before it", () => {
    expect(clientAddress(from("6.6.6.6, 203.0.113.7"), true)).toBe("203.0.113.7");
  });

  test("is unknown without a trusted proxy", () => {
    expect(clientAddress(from("203.0.113.7"), false)).toBeNull();
    expect(clientAddress(new Headers(), true)).toBeNull();
  });

  test.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:1:2::9", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["2001:0db8:0001::0009", "2001:db8:1:0"],
    ["2001:db8:1:2::5678", "2001:db8:1:2"],
    ["[2001:db8:1:2::9]", "2001:db8:1:2"],
    ["[2001:db8:1:2::9]:5678", "2001:db8:1:2"],
    ['"[2001:db8:1:2::9]:5678"', "2001:db8:1:2"],
    ["[::1]:5678", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("of IPv6 %s is its network", (address, network) => {
    expect(clientAddress(from(address), true)).toBe(network);
  });

  test.each([
    "203.0.113.7:5678",
    "203.0.113.7:",
    "::ffff:203.0.113.7",
    "::FFFF:cb00:7107",
    "[::ffff:203.0.113.7]:5678",
  ])("of IPv4 is the same whatever else %s contains", (address) => {
    expect(clientAddress(from(`6.6.6.6, ${address}`), true)).toBe("203.0.113.7");
  });

  test.each(["unknown", "_hidden", "[", "[::zz]:1", "1:2:3", "%", ":", "x".repeat(64)])(
    "is what the proxy wrote where that is no address: %s",
    (text) => {
      expect(clientAddress(from(text), true)).toEqual(expect.any(String));
    },
  );
});

describe("the limit", () => {
  test("is each client's own, and is over after a minute", () => {
    let now = 0;
    const count = limitClients(3, () => now);
    for (let times = 0; times < 3; times++) count("a");
    now = 20_000;
    expect(() => count("a")).toThrow(
      expect.objectContaining({ code: "too-many-requests", retryAfterSeconds: 40 }),
    );
    expect(() => count("b")).not.toThrow();
    now = 60_000;
    expect(() => count("a")).not.toThrow();
  });

  test("does not hold for clients without a trusted address", () => {
    const count = limitClients(1, () => 0);
    for (let times = 0; times < 50; times++) count(null);
  });

  test("forgets the client seen longest ago when there are too many", () => {
    const count = limitClients(1, () => 0);
    for (let at = 0; at <= LIMITS.clients; at++) count(`client ${at}`);
    expect(() => count("client 0")).not.toThrow();
    expect(() => count(`client ${LIMITS.clients}`)).toThrow();
  });
});
