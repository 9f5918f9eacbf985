import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SECRET_KEY } from "../e2e/support/secret-key.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { installTestDependencies } from "./install-test-deps.mjs";
import { runTool } from "./run.mjs";
import { buildForVercel } from "./vercel-build.mjs";

// `npm test`: every check in order, up to the first that fails. `npm test -- unit e2e` runs only those named;
// `npm run check` runs all but of the browser tests those tagged @check. LONG_TESTS adds the large numbers of runs.

/** Of the page of a failed test: enough to tell which page it was. */
const CONTEXT_LINES = 120;

/** @typedef {{ passed: number, failed: number }} Count */

const reports = mkdtempSync(join(tmpdir(), "longplay-test-"));

/**
 * @param {boolean} ok
 * @returns {Count}
 */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/**
 * A test runner's own count; a run that failed without a failing test counts as one failure.
 *
 * @template T
 * @param {number} code the runner's exit code
 * @param {string} report its JSON report, a T
 * @param {(json: T) => Count} read
 * @returns {Count}
 */
function counted(code, report, read) {
  if (!existsSync(report)) return one(false);
  const { passed, failed } = read(JSON.parse(readFileSync(report, "utf8")));
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @param {{ numPassedTests: number, numFailedTests: number }} report */
const readVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });

/** @param {import("@playwright/test/reporter").JSONReport} report */
function readPlaywright({ stats, errors, suites }) {
  for (const failure of suites.flatMap(failuresOf)) console.log(failure);
  return {
    passed: stats.expected + stats.flaky,
    // Errors outside tests: a fixture's teardown that found the key, for one.
    failed: stats.unexpected + errors.length,
  };
}

/**
 * What the page was like when a test failed, for a reader of this output only.
 *
 * @param {import("@playwright/test/reporter").JSONReportSuite} suite
 * @returns {string[]}
 */
function failuresOf(suite) {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.flatMap(({ results }) =>
      results
        .flatMap(({ attachments }) => attachments)
        .filter(({ name, path }) => name === "error-context" && path && existsSync(path))
        .map(({ path }) => {
          const context = readFileSync(String(path), "utf8").split("\n").slice(0, CONTEXT_LINES);
          return `\n== ${suite.file}: ${title}: failed\n${context.join("\n")}`;
        }),
    ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
}

/**
 * The build that the browser tests run against, with the key that they look for, so that it would be found in built
 * files too. No build may ask RetroAchievements anything: nothing listens where this one would.
 */
async function buildSite() {
  return one(
    await build({ RA_WEB_API_KEY: SECRET_KEY, RA_API_BASE_URL: "http://127.0.0.1:9/API" }),
  );
}

/** @type {Record<string, () => Promise<Count>>} */
const STEPS = {
  // Format, style and layers (biome.json), then unused files, exports and packages (knip.jsonc).
  lint: async () => {
    // Left to itself, Biome colours a log file letter by letter.
    const colors = process.stdout.isTTY ? "force" : "off";
    const codes = await Promise.all([
      runTool("@biomejs/biome", ["ci", `--colors=${colors}`, "."], { quiet: true }),
      runTool("knip", ["--no-progress"], { quiet: true }),
    ]);
    const failed = codes.filter((code) => code !== 0).length;
    return { passed: codes.length - failed, failed };
  },

  types: async () =>
    one(
      (await runTool("next", ["typegen"], { quiet: true })) === 0 &&
        (await runTool("typescript", ["--noEmit"])) === 0,
    ),

  unit: async () => {
    const report = join(reports, "unit.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${report}`];
    return counted(await runTool("vitest", ["run", ...reporters]), report, readVitest);
  },

  // Two at once, since parts of each use one processor only.
  build: async () => {
    const built = await Promise.all([buildSite(), buildForVercel().then(one)]);
    return built.find(({ failed }) => failed > 0) ?? one(true);
  },

  e2e: () => browserTests([]),
};

/**
 * The browser tests, or those that these options choose.
 *
 * @param {string[]} chosen Playwright's options
 */
async function browserTests(chosen) {
  const report = join(reports, "e2e.json");
  // Traces are a tenth of the time; `npx playwright test e2e/name` keeps one of what fails.
  const options = ["--reporter=list,json", "--trace=off", ...chosen];
  const code = await runTool("@playwright/test", ["test", ...options], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return counted(code, report, readPlaywright);
}

/**
 * Runs one step and prints how long it took.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} part
 * @returns {Promise<T>}
 */
async function timed(name, part) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const result = await part();
  console.log(`== ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** @returns {Promise<Count>} */
async function test() {
  const isCheck = process.argv[2] === "check";
  const named = isCheck ? ["lint", "types", "unit", "e2e"] : process.argv.slice(2);
  const unknown = named.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(", ")}. There are: ${Object.keys(STEPS).join(", ")}.`,
    );
    return one(false);
  }
  // The browser tests run against the build.
  const wanted = named.includes("e2e") ? [...named, "build"] : named;
  const steps = Object.entries({
    ...STEPS,
    ...(isCheck && { build: buildSite, e2e: () => browserTests(["--grep", "@check"]) }),
  }).filter(([name]) => wanted.length === 0 || wanted.includes(name));

  if (!(await timed("packages", install))) return one(false);
  if (steps.some(([name]) => name === "e2e")) {
    const problem = await timed("Redis and Chromium", installTestDependencies);
    if (problem) {
      console.error(problem);
      return one(false);
    }
  }
  const total = { passed: 0, failed: 0 };
  for (const [name, step] of steps) {
    const { passed, failed } = await timed(name, step);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) break;
  }
  return total;
}

const { passed, failed } = await test();
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
