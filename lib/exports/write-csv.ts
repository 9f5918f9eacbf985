import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens as it is: UTF-8 with a byte order mark, and no text
 * that it would take for a formula.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return stringify([columns, ...rows.map((row) => row.map(noFormula))], {
    bom: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
  });
}

/** A value; one that begins as a formula does gets an apostrophe, which spreadsheets do not show. */
function noFormula(value: string | number): string | number {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
