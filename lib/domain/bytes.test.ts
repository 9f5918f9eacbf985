import fc from "fast-check";
import { expect, test } from "vitest";
import { createByteReader, createByteWriter } from "./bytes";

const whole = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });

test("numbers and texts are read as they were written", () => {
  const values = fc.tuple(fc.maxSafeNat(), whole, whole, fc.option(whole), fc.string());
  fc.assert(
    fc.property(values, ([number, signed, likely, near, text]) => {
      const writer = createByteWriter();
      writer.number(number);
      writer.signed(signed);
      writer.near(near, likely);
      writer.text(text);
      const reader = createByteReader(writer.bytes());
      const isSame =
        reader.number() === number &&
        reader.signed() === signed &&
        reader.near(likely) === near &&
        reader.text() === text;
      expect(() => reader.number()).toThrow(RangeError);
      return isSame;
    }),
  );
});

test("small numbers, and dates near the likely one, take few bytes", () => {
  const writer = createByteWriter();
  writer.number(127);
  writer.signed(-64);
  writer.near(null, 1_700_000_000);
  writer.near(1_700_000_060, 1_700_000_000);
  writer.text("é");
  expect(writer.bytes()).toHaveLength(7);
});

test("a number that is not whole, and a truncated text, are refused", () => {
  const writer = createByteWriter();
  for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => writer.number(bad)).toThrow(RangeError);
  }
  expect(() => createByteReader(Uint8Array.of(2, 65)).text()).toThrow(RangeError);
  expect(() => createByteReader(Uint8Array.of(0x80)).number()).toThrow(RangeError);
});
