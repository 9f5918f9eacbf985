// Mutation tests, by `npm run mutation` (scripts/mutation.mjs): how much of what could be wrong would be
// noticed. They take minutes, so they are no part of `npm test`.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "lib/{cache,cards,exports,http,progress,retroachievements}/**/*.ts",
    "!**/*.test.ts",
    "!**/test-*.ts",
    "!**/*.d.ts",
  ],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  // Each fault is looked for by the tests that run its line, and by no others.
  coverageAnalysis: "perTest",
  // What runs when a file is loaded has no tests of its own to choose from: a tenth of the faults would take
  // two thirds of the time. Most of it is tables: names, colours, sizes.
  ignoreStatic: true,
  // Each of them takes most of a core, and tests that measure time are not to be late.
  concurrency: 2,
  // It would be rewritten for the copy that is tested, through an interface that TypeScript 7 has no more.
  // Vitest needs none.
  tsconfigFile: "none",
  disableTypeChecks: false,
  // Vitest finds no tests below node_modules, so the copy cannot be there.
  tempDirName: ".stryker-tmp",
  ignorePatterns: [".next", "public/screenshots", "test-results", "playwright-report"],
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { reportTests: false },
  htmlReporter: { fileName: "node_modules/.cache/mutation/report.html" },
  jsonReporter: { fileName: "node_modules/.cache/mutation/report.json" },
};
