const LINE_END = 10;

/** JSON in one line, and packed columns after it. */
export function withColumns(fields: unknown, columns: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(fields)}\n`), columns]);
}

/** What {@link withColumns} joined. @throws SyntaxError for other bytes */
export function splitColumns(bytes: Uint8Array): [fields: unknown, columns: Uint8Array] {
  const end = bytes.indexOf(LINE_END);
  return [JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()), bytes.subarray(end + 1)];
}
