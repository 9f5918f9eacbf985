import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** How a run of the action ended. */
interface ActionRun {
  code: number;
  /** What it wrote to the log, with the runner's commands. */
  log: string;
  outputs: Record<string, string>;
  summary: string;
}

/** The built action. */
export interface BuiltAction {
  /** Its folder. */
  folder: string;
  remove: () => void;
}

/** A repository on a server, with a branch `main`, and a shallow clone of it as `actions/checkout` makes one. */
export interface TestRepository {
  /** The clone. */
  workspace: string;
  /** Runs git in the clone. */
  git: (...args: string[]) => string;
  /** Runs git on the server. */
  remote: (...args: string[]) => string;
  /** The number of commits of a branch on the server. */
  commits: (branch?: string) => number;
  /** A file of a branch on the server. */
  file: (path: string, branch?: string) => Buffer;
  /** Somebody else's commit on the server. */
  commitElsewhere: (path: string, text: string) => void;
  /** Runs the action in the clone with these inputs. */
  run: (inputs: Record<string, string>, more?: Record<string, string>) => Promise<ActionRun>;
  remove: () => void;
}

/** Builds the action, as a release has it. */
export async function buildAction(): Promise<BuiltAction> {
  const folder = mkdtempSync(join(tmpdir(), "longplay-action-"));
  await execute(process.execPath, ["scripts/build-action.mjs", folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const SOMEBODY = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];

/** Makes a repository, and its clone. */
export function makeRepository(action: BuiltAction): TestRepository {
  const root = mkdtempSync(join(tmpdir(), "longplay-repository-"));
  const at = (name: string) => join(root, name);
  const gitIn =
    (folder: string) =>
    (...args: string[]) =>
      execFileSync("git", [...SOMEBODY, ...args], { cwd: folder, stdio: "pipe" })
        .toString()
        .trim();
  const inRoot = gitIn(root);
  inRoot("init", "--quiet", "--bare", "--initial-branch=main", "server.git");
  inRoot("clone", "--quiet", `file://${at("server.git")}`, "elsewhere");
  const elsewhere = gitIn(at("elsewhere"));
  const commitElsewhere = (path: string, text: string) => {
    writeFileSync(join(at("elsewhere"), path), text);
    elsewhere("add", "--all");
    elsewhere("commit", "--quiet", "--message", path);
    elsewhere("pull", "--quiet", "--rebase", "origin", "main");
    elsewhere("push", "--quiet", "origin", "HEAD:main");
  };
  writeFileSync(join(at("elsewhere"), "README.md"), "# Hello\n");
  elsewhere("checkout", "--quiet", "-B", "main");
  elsewhere("add", "--all");
  elsewhere("commit", "--quiet", "--message", "README.md");
  elsewhere("push", "--quiet", "origin", "main");
  inRoot("clone", "--quiet", "--depth=1", `file://${at("server.git")}`, "workspace");
  const remote = gitIn(at("server.git"));
  return {
    workspace: at("workspace"),
    git: gitIn(at("workspace")),
    remote,
    commits: (branch = "main") => Number(remote("rev-list", "--count", branch)),
    file: (path, branch = "main") =>
      execFileSync("git", ["cat-file", "blob", `${branch}:${path}`], { cwd: at("server.git") }),
    commitElsewhere,
    async run(inputs, more = {}) {
      mkdirSync(at("runner"), { recursive: true });
      const output = at("runner/output");
      const summary = at("runner/summary");
      for (const file of [output, summary]) writeFileSync(file, "");
      const ran = await execute(process.execPath, [join(action.folder, "main.js")], {
        // A runner starts an action in the workspace, but promises nothing.
        cwd: root,
        env: {
          NODE_ENV: "production",
          PATH: process.env.PATH,
          GITHUB_ACTIONS: "true",
          GITHUB_WORKSPACE: at("workspace"),
          GITHUB_REF: "refs/heads/main",
          GITHUB_REPOSITORY: "somebody/somebody",
          GITHUB_SERVER_URL: "https://github.com",
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          ...Object.fromEntries(
            Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
          ),
          ...more,
        },
      }).then(
        ({ stdout, stderr }) => ({ code: 0, log: stdout + stderr }),
        ({ code, stdout, stderr }) => ({ code, log: stdout + stderr }),
      );
      return {
        ...ran,
        outputs: readOutputs(readFileSync(output, "utf8")),
        summary: readFileSync(summary, "utf8"),
      };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Reads what an action set, as the runner does. */
function readOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n?\2\n/gm);
  return Object.fromEntries([...found].map(([, name = "", , value = ""]) => [name, value]));
}
