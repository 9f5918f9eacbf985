import { join } from "node:path";
import { setFontFiles } from "@/lib/cards/font";
import { PACKAGE_FOLDER } from "@/lib/cli/package-folder";
import { runnerEnv } from "@/lib/env";
import { runAction } from "./run";

// The action's program, as scripts/build-action.mjs bundles it: with all fonts, so that nothing is installed.
setFontFiles({
  pathOf: (file) => join(PACKAGE_FOLDER, "fonts", file),
  undrawable: () => undefined,
});
process.exitCode = await runAction(runnerEnv(), process.stdout);
