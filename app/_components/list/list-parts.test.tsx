import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { ActiveFilter } from "@/lib/progress/describe-query";
import { DEFAULT_LIST_QUERY, LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import { FilterChips } from "./filter-chips";
import { listCodec } from "./list-codec";
import { type ListField, ListForm, optionsOf, systemField } from "./list-form";
import { linkToList } from "./list-link";
import { ListSection } from "./list-section";
import { Pager, wantedPage } from "./pager";
import type { List } from "./use-list";

const CODEC = listCodec(LIST_QUERY);
const ALL = DEFAULT_LIST_QUERY;
const MASTERED: ListQuery = { ...ALL, status: "eq-mastered", page: 3 };
const BY_TITLE: ListQuery = { ...ALL, sort: "game_title" };
const PATH = "/user/Anna";
const LIST: List<ListQuery> = {
  codec: CODEC,
  path: PATH,
  query: ALL,
  heading: { current: null },
  isWaiting: false,
  isAnswer: false,
  show: vi.fn(),
  showInView: vi.fn(),
  type: vi.fn(),
  answerInPlace: vi.fn(),
};

/** The links of some markup: their words, and where they lead. */
const linksOf = (markup: string) =>
  Object.fromEntries(
    [...markup.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href = "", inner]) => [
      inner?.replaceAll(/<[^>]*>/g, ""),
      href.replaceAll("&amp;", "&"),
    ]),
  );

/** The hidden fields that a form sends along. */
const hiddenOf = (markup: string) =>
  [...markup.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name, value]) => `${name}=${value}`,
  );

test("the link to a list leads to its path, query and anchor", () => {
  expect(linkToList(CODEC, PATH, MASTERED)).toBe(`${PATH}?status=eq-mastered&page=3#games`);
  expect(linkToList(CODEC, PATH, ALL)).toBe(`${PATH}#games`);
});

const pager = (query: ListQuery, pages: number, found: number) =>
  renderToStaticMarkup(<Pager list={LIST} view={{ query, pages }} found={found} />);

test("a list of one page has no pager", () => {
  expect(pager(ALL, 1, 100)).toBe("");
});

test("the pager leads to the other pages of the same list", () => {
  const page = (at: number) => `${PATH}?status=eq-mastered${at === 1 ? "" : `&page=${at}`}#games`;
  const markup = pager(MASTERED, 5, 463);
  expect(linksOf(markup)).toEqual({
    First: page(1),
    Previous: page(2),
    Next: page(4),
    Last: page(5),
  });
  expect(markup).toContain("201–300 of 463 games");
  expect(markup).toContain("of 5</span>");
  expect(hiddenOf(markup)).toEqual(["status=eq-mastered"]);
  expect(markup).toContain(`action="${PATH}#games"`);
});

test("there is no way before the first page, or behind the last", () => {
  expect(Object.keys(linksOf(pager({ ...ALL, page: 1 }, 3, 250)))).toEqual(["Next", "Last"]);
  const last = pager({ ...ALL, page: 3 }, 3, 250);
  expect(Object.keys(linksOf(last))).toEqual(["First", "Previous"]);
  expect(last).toContain("201–250 of 250 games");
});

test("a typed page is a whole number, at most the last one; all else is ignored", () => {
  expect(["2", "7.9", "8", "900"].map((typed) => wantedPage(typed, 8))).toEqual([2, 7, 8, 8]);
  expect(["0", "-1", "", "two", null].map((typed) => wantedPage(typed, 8))).toEqual(
    Array(5).fill(undefined),
  );
});

test("each filter in force has a link without it, and one without all", () => {
  const filters: ActiveFilter<ListQuery>[] = [
    { label: "Mastered", without: { ...ALL, q: "moth" } },
    { label: "“moth”", without: { ...ALL, status: "eq-mastered" } },
  ];
  const markup = renderToStaticMarkup(
    <FilterChips list={LIST} filters={filters} without={BY_TITLE} />,
  );
  expect(linksOf(markup)).toEqual({
    "Remove Mastered×": `${PATH}?q=moth#games`,
    "Remove “moth”×": `${PATH}?status=eq-mastered#games`,
    Reset: `${PATH}?sort=game_title#games`,
  });
});

test("without a filter there are no chips", () => {
  const chips = <FilterChips list={LIST} filters={[]} without={ALL} />;
  expect(renderToStaticMarkup(chips)).toBe("");
});

test("the form has the query in its fields, and sends what it has no field for along", () => {
  const fields: ListField<ListQuery>[] = [
    {
      name: "sort",
      label: "Order",
      options: optionsOf([
        { value: "unlock_date", label: "Newest" },
        { value: "game_title", label: "Title" },
      ]),
      value: ({ sort }: ListQuery) => sort,
    },
    systemField<ListQuery>([{ id: 7, name: "NES" }], null),
  ];
  const query: ListQuery = { ...MASTERED, q: "moth", sort: "game_title", system: 7 };
  const markup = renderToStaticMarkup(<ListForm list={{ ...LIST, query }} fields={fields} />);
  expect(markup).toMatch(/name="q"[^>]*value="moth"/);
  expect(markup).toContain('<option value="game_title" selected="">Title</option>');
  expect(markup).toContain('<option value="7" selected="">NES</option>');
  expect(markup).toContain('<option value="all">All systems</option>');
  // The page is left out: another choice begins at the first.
  expect(hiddenOf(markup)).toEqual(["status=eq-mastered"]);
});

test("a field without a system says that all are shown", () => {
  expect(systemField([], null).value({ system: null })).toBe("all");
  expect(systemField([], null).value({ system: 0 })).toBe(0);
});

interface Shown {
  rows?: string[];
  found?: number;
  of?: number;
  note?: string;
  title?: string | null;
  isAnswer?: boolean;
  isWaiting?: boolean;
  page?: number;
}

/** The list as a page has it. */
function section(shown: Shown = {}): string {
  const { rows = ["Tin Moth"], title = null, isAnswer = false, isWaiting = false } = shown;
  const { found = 463, page = 1, ...rest } = shown;
  return renderToStaticMarkup(
    <ListSection
      list={{ ...LIST, isWaiting, isAnswer }}
      view={{
        query: { ...ALL, page },
        ignored: [{ name: "status", value: "shiny" }],
        pages: 5,
      }}
      rows={rows}
      row={(game) => <li key={game}>{game}</li>}
      found={found}
      {...("of" in rest && { of: rest.of })}
      note={rest.note}
      title={title}
      aside={null}
      fields={[]}
      filters={[]}
      unfiltered={ALL}
      empty="Nothing yet."
    />,
  );
}

const headingOf = (markup: string) => /<h2[^>]*>(.*?)<\/h2>/.exec(markup)?.[1];

test("a list that was chosen says how many games it has, of how many", () => {
  expect(headingOf(section())).toBe("463 games found");
  expect(headingOf(section({ of: 463 }))).toBe("463 games found");
  expect(headingOf(section({ of: 1313 }))).toBe("463 of 1,313 games");
  expect(headingOf(section({ found: 1, of: 1 }))).toBe("1 game found");
  expect(headingOf(section({ note: "12 subsets" }))).toBe("463 games found: 12 subsets");
  expect(headingOf(section({ title: "Newest games" }))).toBe("Newest games");
});

test("only a list that was chosen here is spoken, and one that is awaited is busy", () => {
  const status = (markup: string) => /role="status"[^>]*>([^<]*)</.exec(markup)?.[1];
  expect(status(section())).toBe("");
  expect(status(section({ isAnswer: true }))).toBe("463 games found");
  expect(section({ isWaiting: true })).toContain('aria-busy="true"');
  expect(section()).toContain('aria-busy="false"');
});

test("rows are numbered on from the page before", () => {
  expect(section()).toContain('start="1"');
  expect(section({ page: 3 })).toContain('start="201"');
});

test("what means nothing is named", () => {
  expect(section()).toContain("“status=shiny” means nothing here, so it is left out.");
});

test("an empty choice links to all games; a player without games has another text", () => {
  const chosen = section({ rows: [] });
  expect(linksOf(chosen)["Show all games"]).toBe(`${PATH}#games`);
  expect(chosen).not.toContain("Nothing yet.");
  expect(section({ rows: [], title: "Newest games" })).toContain("Nothing yet.");
});
