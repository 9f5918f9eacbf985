import { expect, test, vi } from "vitest";
import { oncePer } from "./once";

test("the function runs once for each object, whatever it returns", () => {
  const make = vi.fn(({ id }: { id: number }) => (id === 1 ? undefined : id));
  const once = oncePer(make);
  const [one, two] = [{ id: 1 }, { id: 2 }];
  expect([once(one), once(two), once(one), once(two)]).toEqual([undefined, 2, undefined, 2]);
  expect(make).toHaveBeenCalledTimes(2);
});
