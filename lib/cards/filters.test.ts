import { expect, test } from "vitest";
import { describeQuery } from "@/lib/progress/describe-query";
import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import { STATUS_FILTERS } from "@/lib/progress/status";
import { filtersInWords } from "./filters";
import { isDrawable } from "./font";
import { formatterOf } from "./formatter";
import { LANGUAGES } from "./words";

const systems = [{ id: 4, name: "Game Boy" }];
const inWords = (query: Partial<ListQuery>, locale: string) =>
  filtersInWords({ ...DEFAULT_LIST_QUERY, ...query }, systems, formatterOf(locale));

test("English filter labels are those of the page", () => {
  for (const { value } of STATUS_FILTERS) {
    const query = { ...DEFAULT_LIST_QUERY, status: value };
    expect(inWords(query, "en"), value).toEqual(describeQuery(query, systems));
  }
  const others = { ...DEFAULT_LIST_QUERY, system: 4, awarded: "2024-03", q: "owl" };
  expect(inWords(others, "en")).toEqual(describeQuery(others, systems));
  expect(inWords({ system: 99 }, "en")).toEqual(["System 99"]);
});

test("all games have no filter", () => {
  for (const locale of Object.keys(LANGUAGES)) expect(inWords({}, locale)).toEqual([]);
});

test("filters are translated, and dates formatted", () => {
  const query: Partial<ListQuery> = {
    ...{ status: "eq-mastered", system: 4, q: "Eule" },
    ...{ awarded: "2024-03", active: "2023-12-05..2024" },
  };
  expect(inWords(query, "de")).toEqual([
    "Gemeistert",
    "Game Boy",
    "Auszeichnung: März 2024",
    "Gespielt: 05.12.2023 – 2024",
    "“Eule”",
  ]);
  expect(inWords({ awarded: "2024-03" }, "ja")).toEqual(["アワード：2024年3月"]);
});

test.each(Object.keys(LANGUAGES))(
  "%s: filters have distinct labels, and can be drawn",
  (locale) => {
    const all = STATUS_FILTERS.flatMap(({ value }) => inWords({ status: value }, locale));
    expect(new Set(all).size).toBe(STATUS_FILTERS.length - 1);
    const dated = Array.from({ length: 12 }, (_, at) =>
      inWords({ awarded: `2024-${String(at + 1).padStart(2, "0")}` }, locale).join(),
    );
    for (const text of [...all, ...dated]) expect(isDrawable(text), text).toBe(true);
  },
);
