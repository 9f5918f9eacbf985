import { install } from "./install.mjs";

// `npm run missing-words`: the texts of cards that each language lacks, where cards show the English ones.

if (!(await install())) {
  console.error("The packages could not be installed; npm's reason is above.");
  process.exit(1);
}
const { loadTypeScript } = await import("./load-typescript.mjs");
/** @type {typeof import("../lib/cards/words/index.ts")} */
const { LANGUAGES, TRANSLATIONS } = await loadTypeScript("lib/cards/words/index.ts");
/** @type {typeof import("../lib/cards/words/translation.ts")} */
const { missingWords } = await loadTypeScript("lib/cards/words/translation.ts");

for (const [tag, translation] of Object.entries(TRANSLATIONS)) {
  const missing = missingWords(LANGUAGES.en, translation);
  console.log(`${tag}: ${missing.length === 0 ? "complete" : missing.join(", ")}`);
}
