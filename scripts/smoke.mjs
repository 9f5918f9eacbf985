import { install } from "./install.mjs";

// `npm run smoke -- https://your-site`: checks a deployed site from outside.

const [site = "", player] = process.argv.slice(2);
if (!/^https?:\/\//.test(site) || !URL.canParse(site)) {
  console.error("Which site? npm run smoke -- https://your-site [player]");
  process.exit(1);
}
if (!(await install())) {
  console.error("The packages could not be installed; see npm's error above.");
  process.exit(1);
}
const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("./smoke-checks.ts")} */
const { smoke } = await loadTypeScript("scripts/smoke-checks.ts");
/** @type {typeof import("./findings.ts")} */
const { printFindings } = await loadTypeScript("scripts/findings.ts");

process.exitCode = await printFindings(smoke(new URL(site).origin, player));
