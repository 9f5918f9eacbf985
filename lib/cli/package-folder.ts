import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package: fonts and other files are below it. */
export const PACKAGE_FOLDER = dirname(fileURLToPath(import.meta.url));
