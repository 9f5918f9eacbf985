import { expect, test } from "vitest";
import { storedFormat } from "./stored-format";

const number = (body: string) => {
  if (!/^\d+$/.test(body)) throw new Error("no number");
  return Number(body);
};
const doubled = (body: string) => number(body) / 2;

test("the newest version is written, and each version is read by its own reader", () => {
  const format = storedFormat("lpx", { 1: number, 2: doubled });
  expect(format.seal("14")).toBe("lpx2:14");
  expect(format.open("lpx2:14")).toEqual({ state: "read", value: 7 });
  expect(format.open("lpx1:14")).toEqual({ state: "read", value: 14 });
});

test("a value without a mark is the version that had none, and a marked one is not", () => {
  const first = storedFormat("lpx", { 1: number }, 1);
  expect(first.seal("14")).toBe("14");
  const format = storedFormat("lpx", { 1: number, 2: doubled }, 1);
  expect(format.seal("14")).toBe("lpx2:14");
  expect(format.open("14")).toEqual({ state: "read", value: 14 });
  expect(format.open("lpx2:14")).toEqual({ state: "read", value: 7 });
});

test("a later version and another kind are foreign, all else that cannot be read is damaged", () => {
  const format = storedFormat("lpx", { 1: number });
  for (const text of ["lpx2:14", "lpx0:14", "lp1:14", "lpxy1:14"]) {
    expect(format.open(text), text).toEqual({ state: "foreign" });
  }
  for (const text of ["lpx1:", "lpx1:x", "lpx1", "14", "", "LPX1:14", " lpx1:14"]) {
    expect(format.open(text), text).toEqual({ state: "damaged" });
  }
});
