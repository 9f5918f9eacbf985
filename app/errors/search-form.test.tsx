import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PlayerSearch } from "@/app/_components/player-search";
import { searchForm } from "./search-form";

/** Elements with their attributes, without what a style sheet names. */
function elements(markup: string): string[] {
  return [...markup.matchAll(/<(\w+)([^>]*?)\/?>/g)].map(([, name, attributes = ""]) =>
    [
      name,
      ...[...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
        .map(([, attribute = "", value = ""]) => `${attribute.toLowerCase()}=${value}`)
        .filter((attribute) => !attribute.startsWith("class="))
        .sort(),
    ].join(" "),
  );
}

test("the form of an error page is the form of the other pages", () => {
  expect(elements(searchForm({ isCompact: true }).text)).toEqual(
    elements(renderToStaticMarkup(<PlayerSearch compact />)),
  );
  expect(elements(searchForm({ typed: "Some@one" }).text)).toEqual(
    elements(renderToStaticMarkup(<PlayerSearch defaultValue="Some@one" />)),
  );
});
