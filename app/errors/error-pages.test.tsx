import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { fillTemplate } from "./fill-template";
import {
  noSuchGameValues,
  noSuchYearValues,
  playerErrorValues,
  yearUnreadableValues,
} from "./page-values";
import { ERROR_PAGES, type ErrorPageName } from "./pages";
import { withoutReact } from "./read-template";
import type { TemplateValues } from "./slots";
import Page, { metadata } from "./template/page";

const TEMPLATE = withoutReact(renderToStaticMarkup(<Page />));

/** What the proxy writes of a page between the site's header and its footer. */
function write(name: ErrorPageName, values: TemplateValues): string {
  return fillTemplate(TEMPLATE, { ...values, [name]: true });
}

interface Asked {
  users?: string[];
  wrong?: string[];
  retryAfterSeconds?: number | null;
}

/** The page about a player who was asked for, or about a comparison of several. */
function playerPage(code: UpstreamErrorCode, asked: Asked = {}): string {
  const { users = ["Somebody"], wrong = users, retryAfterSeconds = null } = asked;
  const isComparison = users.length > 1;
  return write(code, playerErrorValues(code, retryAfterSeconds, { users, wrong, isComparison }));
}

const OWN = ["not-found", "no-such-year", "year-unreadable", "no-such-game"] as const;
const CODES = ERROR_PAGES.map(({ name }) => name).filter(
  (name) => !OWN.some((each) => each === name),
) as UpstreamErrorCode[];

/** After how many seconds a page tries again, and its heading. */
function retryOf(code: UpstreamErrorCode, retryAfterSeconds: number | null) {
  const page = playerPage(code, { retryAfterSeconds });
  return [Number(/http-equiv="refresh" content="(\d+)"/i.exec(page)?.[1]), headingOf(page)];
}

const headingOf = (page: string) => /<h1[^>]*>([^<]*)/.exec(page)?.[1]?.replaceAll("&#x27;", "'");

/** The fields of a page's comparison form: what stands in them, and whether it is marked as wrong. */
const fieldsOf = (page: string) =>
  [...page.matchAll(/<input type="text" ([^>]*)>/g)].map(([, attributes = ""]) => [
    /value="([^"]*)"/.exec(attributes)?.[1],
    attributes.includes('aria-invalid="true"'),
  ]);

test("every page is whole: one heading, one form, and no empty slot", () => {
  expect(new Set(CODES).size).toBe(10);
  for (const users of [["Somebody"], ["Some", "body"]]) {
    for (const code of CODES) {
      const page = playerPage(code, { users });
      expect(page.match(/<h1/g), code).toHaveLength(1);
      expect(page.match(/<form/g), code).toHaveLength(1);
      expect(page, code).toContain(users.length > 1 ? 'action="/compare"' : 'action="/find"');
      expect(page, code).not.toMatch(/\{\{|\}\}/);
    }
  }
  expect(headingOf(write("not-found", {}))).toBe("Page not found");
});

test("each page has a title of its own", () => {
  const titles = ([...OWN, ...CODES] as const).map((name) =>
    fillTemplate(String(metadata.title), { [name]: true }),
  );
  expect(titles).not.toContain("");
  // Of two codes, the page is the same.
  expect(new Set(titles).size).toBe(titles.length - 1);
});

test("an outage is tried again soon, whatever Retry-After says", () => {
  expect(retryOf("unavailable", 300)).toEqual([15, "RetroAchievements is not answering"]);
});

test("a limit is tried again when it ends, within bounds", () => {
  expect(retryOf("busy", 42.1)).toEqual([43, "Busy right now"]);
  expect(retryOf("busy", 1)).toEqual([15, "Busy right now"]);
  expect(retryOf("too-many-requests", 6000)).toEqual([600, "Too many players at once"]);
  const slowDown = "RetroAchievements asked this site to slow down";
  expect(retryOf("rate-limited", 40)).toEqual([40, slowDown]);
  expect(retryOf("rate-limited", null)).toEqual([15, slowDown]);
});

test("each failure has a heading of its own, and only an outage is said not to answer", () => {
  const failures = CODES.filter((code) => playerPage(code).includes("no saved copy of"));
  expect(failures).toHaveLength(7);
  expect(new Set(failures.map((code) => retryOf(code, 30)[1])).size).toBe(failures.length);
  expect(failures.filter((code) => playerPage(code).includes("not answering"))).toEqual([
    "unavailable",
  ]);
});

test("a refused key is not tried again: waiting does not help", () => {
  const page = playerPage("unauthorized-key");
  expect(headingOf(page)).toContain("rejects this site's API key");
  expect(page).not.toMatch(/http-equiv="refresh"|location\.reload|Try now/i);
});

test("the name is shown as text and asked for again as it was", () => {
  const page = playerPage("unavailable", { users: ['a"<b>'] });
  expect(page).toContain("<strong>a&quot;&lt;b&gt;</strong>");
  expect(page).toContain('href="/user/a%22%3Cb%3E"');
});

test("a value that looks like a slot is text", () => {
  const page = playerPage("invalid-user", { users: ["{{isDemo}}{{#names}}"] });
  expect(page).toContain('value="{{isDemo}}{{#names}}"');
});

test("an unknown name on a demo site leads to the demo players, unless the site shows chosen ones only", async () => {
  const link = `href="/user/${DEMO_USERS[1]}"`;
  expect(playerPage("player-not-found")).toContain(link);
  vi.stubEnv("PLAYERS", DEMO_USERS[0]);
  vi.resetModules();
  const { playerErrorValues: valuesOfSite } = await import("./page-values");
  const asked = { users: ["Somebody"], wrong: ["Somebody"], isComparison: false };
  const page = write("player-not-found", valuesOfSite("player-not-found", null, asked));
  vi.unstubAllEnvs();
  expect(page).toContain("<strong>Somebody</strong>");
  expect(page).not.toContain(link);
});

test("what was typed stays in the field", () => {
  for (const code of CODES) {
    expect(playerPage(code, { users: ["Mistyped"] }), code).toMatch(
      /<input(?=[^>]* name="user")[^>]* value="Mistyped"/,
    );
  }
});

test("an unknown name is shown, and an invalid one stays in the form as text", () => {
  expect(playerPage("player-not-found")).toContain("<strong>Somebody</strong>");
  const odd = playerPage("invalid-user", {
    users: [encodeURIComponent('"><script>alert(1)</script>')],
  });
  expect(odd).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(odd).not.toContain("<script>alert");
  expect(odd).toContain("has 2 to 20 letters and digits");
});

test("on a demo site an unknown player's page links to the demo players", () => {
  const page = playerPage("player-not-found");
  for (const name of DEMO_USERS) expect(page).toContain(`<a href="/user/${name}">${name}</a>`);
});

test("of a comparison, the unknown player is named, and both stand in the form", () => {
  const page = playerPage("player-not-found", { users: ["Anna", "Mistyped"], wrong: ["Mistyped"] });
  expect(page).toContain("no player called <strong>Mistyped</strong>");
  expect(page).not.toContain("no player called <strong>Anna</strong>");
  expect(fieldsOf(page)).toEqual([
    ["Anna", false],
    ["Mistyped", true],
    ["", false],
    ["", false],
  ]);
  expect(page.match(/ autofocus/gi)).toHaveLength(1);
});

test("two unknown players are both named, and the first has the focus", () => {
  const page = playerPage("player-not-found", { users: ["Aa", "Bb", "Cc"], wrong: ["Aa", "Cc"] });
  expect(page).toContain("<strong>Aa</strong>");
  expect(page).toContain("<strong>Cc</strong>");
  expect(fieldsOf(page).map(([, isWrong]) => isWrong)).toEqual([true, false, true, false]);
  expect(page.match(/<input[^>]* autofocus[^>]*>/gi)?.join()).toMatch(/^[^,]*value="Aa"[^,]*$/);
});

test("an invalid name stays in the comparison form as text", () => {
  const typed = encodeURIComponent('"><b>');
  const page = playerPage("invalid-user", { users: ["Anna", typed], wrong: [typed] });
  expect(page).toContain("has 2 to 20 letters and digits");
  expect(fieldsOf(page).slice(0, 2)).toEqual([
    ["Anna", false],
    ["&quot;&gt;&lt;b&gt;", true],
  ]);
});

test("all players who are not shown here are named, with links to RetroAchievements", () => {
  expect(playerPage("player-not-served", { users: ["Anna"] })).toContain(
    "chosen by its owner. <strong>Anna</strong> is not one of them.",
  );
  const wrong = ["Mistyped", "Other"];
  const page = playerPage("player-not-served", { users: ["Anna", ...wrong], wrong });
  expect(page).toContain(
    "chosen by its owner. <strong>Mistyped</strong> and <strong>Other</strong> are not among them.",
  );
  expect(fieldsOf(page).map(([, isWrong]) => isWrong)).toEqual([false, true, true, false]);
});

test("a comparison that has to wait is tried again at its own address, with no field marked", () => {
  const page = playerPage("busy", {
    users: ["Anna", "Mistyped"],
    wrong: ["Mistyped"],
    retryAfterSeconds: 40,
  });
  expect(page).toContain('href="/compare/Anna/Mistyped"');
  expect(page).toContain("no saved copy of <strong>Mistyped</strong>");
  expect(page).toContain('content="40"');
  expect(fieldsOf(page).slice(0, 2)).toEqual([
    ["Anna", false],
    ["Mistyped", false],
  ]);
});

test("the years of the player are links", () => {
  const page = write("no-such-year", noSuchYearValues("Anna", "1999", [2024, 2025]));
  expect(page).toContain("The year 1999 isn&#x27;t one of");
  const links = [...page.matchAll(/<li><a href="([^"]+)">(\d+)<\/a><\/li>/g)];
  expect(links.map(([, href, year]) => [href, year])).toEqual([
    ["/user/Anna/year/2024", "2024"],
    ["/user/Anna/year/2025", "2025"],
  ]);
});

test("a year that cannot be told apart from none is tried again", () => {
  const page = write("year-unreadable", yearUnreadableValues("Anna", "2015"));
  expect(headingOf(page)).toBe("Year not available now");
  expect(page).toContain('href="/user/Anna/year/2015"');
  expect(page).toContain('content="15"');
  expect(page).not.toMatch(/\{\{|\}\}/);
});

test("an invalid year is shown as text", () => {
  const page = write("no-such-year", noSuchYearValues("Anna", "<b>20", [2025]));
  expect(page).toContain("“&lt;b&gt;20” isn&#x27;t one of");
  expect(page).not.toContain("The year");
});

test("a game that is not in the list leads to the list, and to no page of RetroAchievements for demo players", () => {
  const page = write("no-such-game", noSuchGameValues("Anna", "999", 999));
  expect(headingOf(page)).toBe("Game not found");
  expect(page).toContain('Game 999 isn&#x27;t one of <a href="/user/Anna">Anna</a>');
  expect(page).toContain('<a href="/user/Anna/progress">All games</a>');
  expect(page).not.toContain("on RetroAchievements</a>");
  const malformed = write("no-such-game", noSuchGameValues("Anna", `<b>${"x".repeat(99)}`, null));
  expect(malformed).toContain("“&lt;b&gt;xxx");
  expect(malformed).not.toContain("x".repeat(80));
});
