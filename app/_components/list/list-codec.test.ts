import { expect, test } from "vitest";
import {
  DEFAULT_LIST_QUERY,
  LIST_PARAMETERS,
  listQueryToSearch,
  parseListQuery,
} from "@/lib/progress/list-query";
import { hiddenFields, type ListCodec } from "./list-codec";
import { linkToList } from "./list-link";

const CODEC: ListCodec<typeof DEFAULT_LIST_QUERY> = {
  parameters: LIST_PARAMETERS,
  all: DEFAULT_LIST_QUERY,
  parse: parseListQuery,
  toSearch: listQueryToSearch,
};

test("a form sends along what it has no field for, and nothing that goes without saying", () => {
  const query = { ...DEFAULT_LIST_QUERY, q: "tin moth", awarded: "2024", page: 3 };
  expect(hiddenFields(CODEC, query, ["q", "page", "sort"])).toEqual([
    { name: "awarded", value: "2024" },
  ]);
  expect(hiddenFields(CODEC, query, ["page"])).toEqual([
    { name: "q", value: "tin moth" },
    { name: "awarded", value: "2024" },
  ]);
});

test("a link to a list leads to its rows", () => {
  expect(linkToList(CODEC, "/user/Moth", { ...DEFAULT_LIST_QUERY, q: "a&b" })).toBe(
    "/user/Moth?q=a%26b#games",
  );
});
