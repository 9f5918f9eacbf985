import { run } from "./run";

// The program `longplay`, as scripts/build-cli.mjs bundles it.
process.exitCode = await run(process.argv.slice(2), process);
