import { parseArgs } from "node:util";
import { isUser } from "@/lib/domain/user";
import { formatOf, type ListedCard } from "./card-list";
import { optionNames, readCard } from "./card-options";
import { CommandError, usageError } from "./failures";

/** What a command line asks for. */
export type CommandLine =
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "card"; user: string; card: ListedCard }
  | { kind: "cards"; user: string; config: string };

const OWN = {
  user: { type: "string", short: "u" },
  output: { type: "string", short: "o" },
  config: { type: "string", short: "c" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/**
 * Reads the arguments of `longplay`.
 *
 * @throws CommandError for anything that the command does not take
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const { user, output, config, help, version, ...options } = values;
  const [command, ...rest] = positionals;
  if (help || command === "help" || args.length === 0) return { kind: "help" };
  if (version) return { kind: "version" };
  if (command === "card") {
    const [name, ...more] = rest;
    if (name === undefined) throw usageError("Name a card: longplay card summary --user NAME");
    refuseRest(more);
    if (config !== undefined) throw usageError("--config goes with “longplay cards”.");
    const format = output === undefined ? "svg" : formatOf(output);
    const url = readCard(name, format, new URLSearchParams(options as Record<string, string>));
    return { kind: "card", user: readUser(user), card: { path: output ?? null, url } };
  }
  if (command === "cards") {
    refuseRest(rest);
    if (config === undefined) {
      throw usageError("Name a file: longplay cards --user NAME --config FILE");
    }
    const [given] = [...Object.keys(options), ...(output === undefined ? [] : ["output"])];
    if (given !== undefined) {
      throw usageError(`--${given} goes with “longplay card”: a list has options on each line.`);
    }
    return { kind: "cards", user: readUser(user), config };
  }
  throw usageError(`There is no command “${command ?? ""}”. Commands: card, cards.`);
}

function parse(args: readonly string[]) {
  const ofCards = Object.fromEntries(
    optionNames().map((name) => [name, { type: "string" } as const]),
  );
  try {
    return parseArgs({
      args: [...args],
      options: { ...ofCards, ...OWN },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandError(2, error instanceof Error ? firstSentence(error.message) : "");
  }
}

/** Of Node's message, which goes on about positional arguments. */
function firstSentence(message: string): string {
  return `${message.split(/\.\s/)[0]?.replace(/\.$/, "")}.`;
}

function refuseRest([first]: readonly string[]): void {
  if (first !== undefined) throw usageError(`“${first}” is one argument too many.`);
}

/**
 * Checks the name of a player, which RA is asked for.
 *
 * @throws CommandError for a text that cannot be one
 */
function readUser(user: string | undefined): string {
  if (user === undefined || user === "") throw usageError("Name a player: --user NAME");
  if (!isUser(user)) {
    throw usageError(`“${user}” is no user name of RetroAchievements, and no ULID.`);
  }
  return user;
}
