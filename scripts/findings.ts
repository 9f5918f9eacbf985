/** What a check found. */
export interface Finding {
  /** `note`: it works, but may not be what the owner wants. */
  state: "ok" | "note" | "problem";
  /** What was checked, in a word or two. */
  about: string;
  /** What was found, in a sentence. */
  text: string;
  /** What to do about it, in a sentence. */
  fix?: string;
}

const MARKS = { ok: "ok", note: "note", problem: "PROBLEM" } as const;
const INDENT = " ".repeat(9);

/** A finding as lines for a terminal. */
export function linesOf({ state, about, text, fix }: Finding): string {
  const first = `${MARKS[state].padEnd(INDENT.length)}${about}: ${text}`;
  return fix === undefined ? first : `${first}\n${INDENT}→ ${fix}`;
}

/**
 * Prints each finding as it arrives, then the number of problems.
 *
 * @returns the exit code: 1 if anything is a problem
 */
export async function printFindings(findings: AsyncIterable<Finding>): Promise<number> {
  let problems = 0;
  for await (const finding of findings) {
    console.log(linesOf(finding));
    if (finding.state === "problem") problems++;
  }
  const sum = problems === 0 ? "Everything works." : `Problems: ${problems}.`;
  console.log(`\n${sum}`);
  return problems === 0 ? 0 : 1;
}
