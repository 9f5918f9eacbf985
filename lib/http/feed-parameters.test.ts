import { expect, test } from "vitest";
import { readFeedKinds } from "./feed-parameters";

const read = (query: string) => readFeedKinds(new URLSearchParams(query));

test("a feed has awards only by default", () => {
  expect(read("")).toEqual({ query: ["awards"] });
  expect(read("only=")).toEqual({ query: ["awards"] });
});

test("order and repetition of kinds make no difference", () => {
  expect(read("only=achievements,awards")).toEqual({ query: ["awards", "achievements"] });
  expect(read("only=revisions,revisions")).toEqual({ query: ["revisions"] });
});

test("an unknown kind is refused, with the allowed ones", () => {
  for (const only of ["all", "award", "awards,", ",awards", "awards, revisions", "AWARDS"]) {
    expect(read(`only=${only}`), only).toEqual({
      errors: [
        {
          name: "only",
          reason: "must be some of awards, revisions, achievements, with commas between",
          allowed: ["awards", "revisions", "achievements"],
        },
      ],
    });
  }
  expect(read(`only=${Array(1000).fill("awards").join()}`)).toHaveProperty("errors");
});
