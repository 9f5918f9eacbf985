import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACTION, workflowCode } from "@/lib/cards/workflow";
import { readCardList } from "@/lib/cli/card-list";

const code = (query: string, file = "summary") =>
  workflowCode({
    user: "YourName",
    file,
    options: new URLSearchParams(query),
    alt: "My <progress>",
  });

/** The cards that a workflow gives to the action. */
const cardsOf = (query: string, file?: string) =>
  (code(query, file).workflow.split("cards: |\n")[1] ?? "").replaceAll(/^ {12}/gm, "");

test("a card that follows its reader is two pictures, and README.md shows one of them", () => {
  expect(cardsOf("border=0")).toBe(
    "profile/summary.svg?border=0&theme=light\nprofile/summary.dark.svg?border=0&theme=dark\n",
  );
  expect(code("theme=auto").readme).toBe(
    '<a href="https://retroachievements.org/user/YourName"><picture><source media="(prefers-color-scheme: dark)" srcset="profile/summary.dark.svg"><img src="profile/summary.svg" alt="My &lt;progress&gt;"></picture></a>',
  );
});

test("a card in one theme is one picture", () => {
  expect(cardsOf("theme=grape", "game-7")).toBe("profile/game-7.svg?theme=grape\n");
  expect(code("theme=grape").readme).toBe(
    '<a href="https://retroachievements.org/user/YourName"><img src="profile/summary.svg" alt="My &lt;progress&gt;"></a>',
  );
});

test("the action takes the cards of a workflow, whatever their title is", () => {
  const title = new URLSearchParams({ title: "# 100 %: \"a\" & 'b' | c\\d" });
  for (const file of ["summary", "game-7", "versus-Ben", "year-2025"]) {
    expect(readCardList(cardsOf(`${title}`, file))).toHaveLength(2);
  }
  expect(readCardList(cardsOf(`${title}`))[0]?.url.asked.options.title).toBe(title.get("title"));
});

test("a workflow uses only what action.yml and the key's secret have", () => {
  const { workflow } = code("");
  const action = readFileSync("action.yml", "utf8");
  const given = workflow.slice(workflow.indexOf("with:\n")).matchAll(/^ {10}(\w+):/gm);
  for (const [, input] of given) expect(action).toMatch(new RegExp(`^  ${input}:$`, "m"));
  expect(workflow).toContain("key: ${" + "{ secrets.RA_WEB_API_KEY }}");
});

test("README.md has the workflow of the builder", () => {
  const readme = readFileSync("README.md", "utf8");
  const { workflow } = code("");
  expect(readme).toContain(`\`\`\`yaml\n${workflow}\`\`\``);
  expect(readme).toContain(ACTION.split("/")[0]);
});

test("users ask RA at different minutes of an hour", () => {
  const minutes = ["Ann", "Ben", "LampLighter", "WeekendWilma", "CoOpCarla"].map((user) => {
    const { workflow } = workflowCode({ user, file: "x", options: new URLSearchParams(), alt: "" });
    return Number(/cron: "(\d+) 5 \* \* \*"/.exec(workflow)?.[1]);
  });
  expect(new Set(minutes).size).toBeGreaterThan(2);
  for (const minute of minutes) expect(minute).toBeLessThan(60);
});
