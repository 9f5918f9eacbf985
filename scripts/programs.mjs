import { spawnSync } from "node:child_process";

/**
 * The first of these programs that can be run, by asking each for its version: Ubuntu has a `chromium-browser`
 * that only says what to install instead.
 *
 * @param {readonly string[]} candidates names on the PATH, or paths
 * @returns {string | undefined}
 */
export function findProgram(candidates) {
  return candidates.find(
    (candidate) => spawnSync(candidate, ["--version"], { timeout: 20_000 }).status === 0,
  );
}

/**
 * A Redis server of this system.
 *
 * @returns {string | undefined} its name on the PATH
 */
export function findRedisServer() {
  return findProgram(["redis-server", "valkey-server"]);
}
