import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChoosePlayers } from "./choose-players";

/** What stands in each field, and whether it is required and has the focus. */
const fieldsOf = (names: string[]) =>
  [
    ...renderToStaticMarkup(<ChoosePlayers title="Players" names={names} />).matchAll(
      /<input[^>]*>/g,
    ),
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
