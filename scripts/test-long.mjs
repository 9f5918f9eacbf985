// `npm run test:long`: `npm test` with the large numbers of runs, of crowds and of games, and the bench's bounds.
process.env.LONG_TESTS = "1";
await import("./test.mjs");
