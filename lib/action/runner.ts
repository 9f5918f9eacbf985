import { appendFileSync } from "node:fs";
import type { Writable } from "node:stream";

/** A line that the runner acts on: it hides a text in the log, or shows a message with the run. */
type WorkflowCommand = "add-mask" | "error" | "warning";

/**
 * Writes a workflow command.
 *
 * @param text of any length and with any characters
 */
export function writeCommand(stdout: Writable, command: WorkflowCommand, text: string): void {
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  stdout.write(`::${command}::${escaped}\n`);
}

/**
 * Sets an output of the action.
 *
 * @param file of the runner, `GITHUB_OUTPUT`; empty if there is none
 * @param value lines, none of which is `LONGPLAY_END`
 */
export function setOutput(file: string, name: string, value: string): void {
  if (file !== "") appendFileSync(file, `${name}<<LONGPLAY_END\n${value}\nLONGPLAY_END\n`);
}

/**
 * Adds to the run's summary.
 *
 * @param file of the runner, `GITHUB_STEP_SUMMARY`; empty if there is none
 */
export function addSummary(file: string, markdown: string): void {
  if (file !== "") appendFileSync(file, markdown);
}
