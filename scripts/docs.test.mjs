import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { ROOT } from "./run.mjs";

const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), "utf8");

const DOCUMENTS = ["", "docs"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

/**
 * Where a document's links and images lead within the repository: paths from its root.
 *
 * @param {string} file
 */
function targets(file) {
  // What is in a code block is for another repository.
  const text = read(file).replaceAll(/^```.*?^```/gms, "");
  const links = text.matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g);
  return [...links]
    .map(([, link, attribute]) => link ?? attribute ?? "")
    .filter((target) => !URL.canParse(target))
    .map((target) => {
      const [path = "", anchor] = target.split("#");
      return { path: path === "" ? file : join(dirname(file), path), anchor };
    });
}

/**
 * What a heading is called in links: `Add a card` is `add-a-card`.
 *
 * @param {string} document
 */
function anchors(document) {
  return [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("there are documents, and the tests see their links", () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(["README.md", join("docs", "README.md")]));
  expect(targets("README.md").map(({ path }) => path)).toContain("SECURITY.md");
});

test.each(DOCUMENTS)("every link of %s leads to something", (file) => {
  for (const { path, anchor } of targets(file)) {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    if (anchor !== undefined) expect(anchors(read(path)), `${path}#${anchor}`).toContain(anchor);
  }
});

/** The lines of .env.example, with the mark before them taken away. */
const EXAMPLE = [...read(".env.example").matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
  ([, name = "", value = ""]) => /** @type {const} */ ([name, value]),
);

test(".env.example names every setting once", () => {
  const [, schema = ""] = read("lib/env.ts").split("\nconst schema = ");
  const settings = new Set([...schema.matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name]) => name));
  expect(settings).toContain("RA_WEB_API_KEY");
  expect(EXAMPLE.map(([name]) => name).sort()).toEqual([...settings].sort());
});

test(".env.example gives every setting its default", () => {
  expect(parseEnv(Object.fromEntries(EXAMPLE))).toEqual(parseEnv({}));
  const without = EXAMPLE.filter(([, value]) => value === "").map(([name]) => name);
  const defaults = parseEnv({});
  for (const name of without) expect(Object(defaults)[name] ?? false, name).toBe(false);
});
