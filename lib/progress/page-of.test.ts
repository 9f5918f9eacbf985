import { expect, test } from "vitest";
import { LIST_PAGE_SIZE, pageOf } from "./page-of";

const rows = Array.from({ length: 2 * LIST_PAGE_SIZE }, (_, at) => at);

test("a page has its rows, beside all that was found", () => {
  expect(pageOf(rows, 2)).toEqual({
    games: rows.slice(LIST_PAGE_SIZE),
    page: 2,
    pages: 2,
    found: rows,
  });
});

test("there is always one page, and none beyond the last", () => {
  expect(pageOf([], 1)).toEqual({ games: [], page: 1, pages: 1, found: [] });
  expect(pageOf(rows, 3).page).toBe(2);
});
