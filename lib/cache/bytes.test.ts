import { expect, test } from "vitest";
import { ByteReader, ByteWriter } from "./bytes";

test("numbers of every size come back as they were written", () => {
  const numbers = [0, 1, 127, 128, 300, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER];
  const writer = new ByteWriter();
  for (const number of numbers) writer.unsigned(number);
  const reader = new ByteReader(writer.toBytes());
  expect(numbers.map(() => reader.unsigned())).toEqual(numbers);
});

test("signed numbers come back as they were written, and small ones take one byte", () => {
  const numbers = [0, -1, 1, -63, 63, -(2 ** 33), 2 ** 33];
  const writer = new ByteWriter();
  for (const number of numbers) writer.signed(number);
  const reader = new ByteReader(writer.toBytes());
  expect(numbers.map(() => reader.signed())).toEqual(numbers);
  const small = new ByteWriter();
  small.signed(-63);
  expect(small.toBytes()).toHaveLength(1);
});

test("more than the first kilobyte fits", () => {
  const writer = new ByteWriter();
  for (let index = 0; index < 5000; index++) writer.unsigned(index % 100);
  expect(writer.toBytes()).toHaveLength(5000);
});

test("reading past the end throws", () => {
  expect(() => new ByteReader(new Uint8Array([0x80])).unsigned()).toThrow(RangeError);
});
