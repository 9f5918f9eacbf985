import { createRequire } from "node:module";

/** The library that makes and reads images; what it offers to `import` is in a syntax that Node 20.9 does not know. */
export const sharp: typeof import("sharp").default = createRequire(import.meta.url)("sharp");
