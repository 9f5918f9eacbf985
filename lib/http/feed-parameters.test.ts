import { expect, test } from "vitest";
import { readFeedKinds } from "./feed-parameters";

const read = (query: string) => readFeedKinds(new URLSearchParams(query));

test("a feed tells of awards alone unless it is asked for more", () => {
  expect(read("")).toEqual({ asked: ["awards"] });
  expect(read("only=")).toEqual({ asked: ["awards"] });
});

test("kinds are the same feed in any order, and however often they are named", () => {
  expect(read("only=achievements,awards")).toEqual({ asked: ["awards", "achievements"] });
  expect(read("only=revisions,revisions")).toEqual({ asked: ["revisions"] });
});

test("what is no kind is refused, with those that there are", () => {
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
