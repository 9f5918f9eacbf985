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

/**
 * What makes a text a formula (OWASP, "CSV Injection"): a sign at its start, in full width too, behind any number of
 * characters that a spreadsheet does not show or leaves out; or a tab or a line end at its start.
 */
const FORMULA =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** A value; one that begins as a formula does gets an apostrophe, which spreadsheets do not show. */
function noFormula(value: string | number): string | number {
  return typeof value === "string" && FORMULA.test(value) ? `'${value}` : value;
}
