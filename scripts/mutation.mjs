import { Stryker } from "@stryker-mutator/core";

// `npm run mutation -- lib/cache lib/http/problem.ts`: plants faults in folders and files, by default in all that
// stryker.config.mjs names, and tells which of them no unit test noticed.

const named = process.argv
  .slice(2)
  .map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**/*.ts`));
const mutate = [...named, "!**/*.test.{ts,tsx}", "!**/*.d.ts"];
await new Stryker(named.length > 0 ? { mutate } : {}).runMutationTest();
