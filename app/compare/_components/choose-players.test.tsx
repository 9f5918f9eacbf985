import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChoosePlayers } from "./choose-players";

/** What stands in each field, and whether it is required and has the focus. */
const fieldsOf = (names: string[]) =>
  [
    ...renderToStaticMarkup(
      <ChoosePlayers title="Players" names={names} suggested={[]} />,
    ).matchAll(/<input[^>]*>/g),
  ].map(([input]) => [
    / value="([^"]*)"/.exec(input)?.[1] ?? "",
    / required/.test(input),
    / autofocus/i.test(input),
  ]);

test("the first empty field has the focus, and two players are required", () => {
  expect(fieldsOf(["Anna"])).toEqual([
    ["Anna", true, false],
    ["", true, true],
    ["", false, false],
    ["", false, false],
  ]);
  expect(fieldsOf([]).findIndex(([, , hasFocus]) => hasFocus)).toBe(0);
});

test("the other players are suggested as comparisons and in the fields", () => {
  const suggested = ["Anna", "Bert", "Cara"];
  const form = (names: string[]) =>
    renderToStaticMarkup(<ChoosePlayers title="Players" names={names} suggested={suggested} />);
  const options = (html: string) =>
    [...html.matchAll(/<option value="([^"]*)"/g)].map(([, at]) => at);
  const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, at]) => at);
  expect(links(form(["anna"]))).toEqual(["/compare/anna/Bert", "/compare/anna/Cara"]);
  expect(options(form(["anna"]))).toEqual(["Bert", "Cara"]);
  expect(links(form([]))).toEqual([]);
  expect(options(form([]))).toEqual(suggested);
});
