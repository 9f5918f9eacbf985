import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV (RFC 4180) for a spreadsheet: UTF-8 with a byte order mark, and texts that look like a formula are
 * escaped.
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

/**
 * Texts that a spreadsheet reads as a formula (OWASP, "CSV Injection"): a sign at the start, also in full width, after
 * any number of invisible or ignored characters; or a tab or a line end at the start.
 */
const FORMULA =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** Puts an apostrophe, which spreadsheets hide, before a text that looks like a formula. */
function noFormula(value: string | number): string | number {
  return typeof value === "string" && FORMULA.test(value) ? `'${value}` : value;
}
