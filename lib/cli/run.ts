import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { styleText } from "node:util";
import { createKeyedClient } from "@/lib/retroachievements/with-key";
import { VERSION } from "@/lib/version";
import { ensureKey, type Terminal } from "./ask-key";
import { readCardList } from "./card-list";
import { type CommandLine, readCommandLine } from "./command-line";
import { type Drawn, drawCards } from "./draw-cards";
import { CommandError, EXIT, type ExitCode, usageError } from "./failures";
import { helpText } from "./help";
import { LETTERS_PACKAGE, type Letters, loadLetters } from "./letters";
import { PACKAGE_FOLDER } from "./package-folder";

/** The streams of a command. */
interface Streams extends Terminal {
  stdout: Writable;
}

/** Runs `longplay` with its arguments, and gives its exit code. Never throws. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { stderr } = streams;
  const letters = loadLetters(join(PACKAGE_FOLDER, "fonts"));
  try {
    await runCommand(readCommandLine(args), streams, letters);
    return EXIT.done;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    stderr.write(`${emphasis("Error:", stderr)} ${message}\n`);
    if (!(error instanceof CommandError)) return EXIT.failed;
    if (error.exitCode === EXIT.usage) stderr.write("longplay --help shows how it is used.\n");
    return error.exitCode;
  }
}

async function runCommand(line: CommandLine, streams: Streams, letters: Letters): Promise<void> {
  const { stdout, stderr } = streams;
  if (line.kind === "help" || line.kind === "version") {
    stdout.write(line.kind === "help" ? helpText() : `${VERSION}\n`);
    return;
  }
  const cards = line.kind === "card" ? [line.card] : readCardList(await readList(line.config));
  await ensureKey(streams);
  const progress = (text: string) => stderr.isTTY && stderr.write(`${text} …\n`);
  const drawn = await drawCards(createKeyedClient("command"), line.user, cards, progress);
  await write(drawn, stdout);
  warn(drawn, letters, stderr);
}

async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : `${file} cannot be read.`);
  }
}

/** Writes all files once all are drawn: a run that fails leaves the old ones. */
async function write({ cards }: Drawn, stdout: Writable): Promise<void> {
  for (const { path, bytes } of cards) {
    if (path === null) stdout.write(bytes);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  }
}

function warn({ missingImages }: Drawn, { leftOut }: Letters, stderr: Streams["stderr"]): void {
  const warning = emphasis("Warning:", stderr);
  if (missingImages > 0) {
    const them = missingImages === 1 ? "1 image" : `${missingImages} images`;
    stderr.write(`${warning} ${them} could not be embedded.\n`);
  }
  if (leftOut.size > 0) {
    stderr.write(
      `${warning} this package has Latin, Greek and Cyrillic letters. Install ${LETTERS_PACKAGE} beside it for: ${[...leftOut].join(", ")}\n`,
    );
  }
}

/** A word in bold on a terminal, unless NO_COLOR is set. */
function emphasis(word: string, stream: Streams["stderr"]): string {
  return stream.isTTY ? styleText("bold", word, { stream }) : word;
}
