import { Stryker } from "@stryker-mutator/core";

// `npm run mutation -- lib/cache`: plants faults in the code of a folder, one at a time, and lists which of them
// the tests in that folder do not notice. Without a folder, all of lib that stryker.config.mjs names.

const [folder] = process.argv.slice(2);
await new Stryker(
  folder === undefined
    ? {}
    : {
        mutate: [`${folder}/**/*.ts`, "!**/*.test.ts", "!**/test-*.ts", "!**/*.d.ts"],
        // Tests of other folders pass through it as well, notice less, and take far longer.
        testFiles: [`${folder}/**/*.test.ts`],
      },
).runMutationTest();
