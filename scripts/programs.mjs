import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/**
 * The first of these programs that can be run, by asking each for its version: Ubuntu has a `chromium-browser`
 * that only says what to install instead.
 *
 * @param {readonly string[]} candidates names on the PATH, or paths
 * @param {string} [flag] that has them tell it
 * @returns {string | undefined}
 */
export function findProgram(candidates, flag = "--version") {
  return candidates.find(
    (candidate) => spawnSync(candidate, [flag], { timeout: 20_000 }).status === 0,
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

/**
 * An nginx of this system. Debian has it where only root looks for programs.
 *
 * @returns {string | undefined} its name on the PATH, or its path
 */
export function findNginx() {
  return findProgram(["nginx", "/usr/sbin/nginx"], "-v");
}

/**
 * A Firefox of this system.
 *
 * @returns {string | undefined} its absolute path, as Puppeteer wants it
 */
export function findFirefox() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  const paths = ["firefox-esr", "firefox"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return findProgram(paths.filter((path) => existsSync(path)));
}
