import { once } from "node:events";
import { connect } from "node:net";
import { ask } from "./support/ask";
import { untilPlayerIsFilled } from "./support/filled-player";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

/** The head of the answer to a request line as it is: clients that mend it are not asked. */
async function answerTo(serverUrl: string, line: string): Promise<string> {
  const { hostname, port } = new URL(serverUrl);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  let answer = "";
  socket.setEncoding("latin1").on("data", (text) => {
    answer += text;
  });
  const closed = once(socket, "close");
  socket.write(`${line}\r\nHost: site\r\nConnection: close\r\n\r\n`);
  await closed;
  return answer.split("\r\n\r\n")[0] ?? "";
}

test("request targets other than paths, and dots in a path, are never a 500", async ({ site }) => {
  for (const line of [
    "GET * HTTP/1.1",
    "OPTIONS * HTTP/1.1",
    "TRACE /user/Somebody HTTP/1.1",
    "TRACE /api/health HTTP/1.1",
    "GET file:///etc/passwd HTTP/1.1",
    "GET /user/...rsc HTTP/1.1",
    "GET /user/.%2e.rsc HTTP/1.1",
    "GET /user/%2e%2e.rsc HTTP/1.1",
    "GET /user/.. HTTP/1.1",
    "GET /user/../embed HTTP/1.1",
  ]) {
    const head = await answerTo(site.serverUrl, line);
    expect(Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), line).toBeLessThan(500);
  }
});

test("a request with a whole address is answered as one for its path", async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "WholeAddress", games: 3 }));
  const page = await answerTo(site.serverUrl, "GET http://evil.test/user/WholeAddress HTTP/1.1");
  expect(page).toMatch(/^HTTP\/1\.1 200 /);
  const moved = await answerTo(site.serverUrl, "GET http://evil.test/user/wholeaddress HTTP/1.1");
  expect(moved).toMatch(/^HTTP\/1\.1 308 /);
  expect(moved).toMatch(/^location: \/user\/WholeAddress\r?$/im);
  expect(moved).not.toContain("evil.test");
});

test("an address with needless escapes is the same address", { tag: "@check" }, async ({
  site,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Escaped", games: 3 }));
  standIn.setPlayer(aWirePlayer({ name: "EscapedToo", games: 3 }));
  // Unlocks that arrive make another version.
  for (const name of ["Escaped", "EscapedToo"]) await untilPlayerIsFilled(site, name);
  for (const [path, escaped] of [
    ["/user/Escaped", "/user/Escap%65d"],
    [
      "/user/Escaped/progress?status=eq-mastered",
      "/%75ser/%45scaped/pr%6fgress?status=eq-mastered",
    ],
    ["/user/Escaped/year/2026", "/user/Escap%65d/y%65ar/20%326"],
    ["/user/Escaped/embed", "/user/%45scaped/embed"],
    ["/user/Escaped/cards/summary.svg", "/user/Escap%65d/c%61rds/summary%2Esvg"],
    ["/user/Escaped/frame", "/user/Escaped/fram%65"],
    ["/user/Escaped/games.json", "/user/Escaped/games%2ejson"],
    ["/compare/Escaped/EscapedToo", "/c%6fmpare/Escap%65d/EscapedToo"],
    ["/api/v1/users/Escaped/summary", "/api/v1/users/Escap%65d/summ%61ry"],
    [
      "/API/API_GetUserCompletionProgress.php?u=Escaped",
      "/API/API%5FGetUserCompletionProgress%2Ephp?u=Escap%65d",
    ],
    ["/docs", "/d%6fcs"],
  ] as const) {
    const plain = await ask(site.url + path);
    expect(plain.status, path).toBe(200);
    const same = await ask(site.url + escaped);
    expect(same.status, escaped).toBe(200);
    expect(same.text, escaped).toBe(plain.text);
    for (const name of ["ETag", "Content-Type", "Content-Security-Policy", "X-Frame-Options"]) {
      expect(same.headers.get(name), `${escaped} ${name}`).toBe(plain.headers.get(name));
    }
  }
  // In another case it leads to the player's page as the plain address does, and double escapes stand for percent signs.
  expect((await ask(`${site.url}/user/escap%65d`)).status).toBe(308);
  expect((await ask(`${site.url}/user/Escap%2565d`)).status).toBe(404);
});

test("what a form asked for is kept by no cache: its URL does not say it", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Posted", games: 3 }));
  for (const user of ["Posted", "Nobody999", "a!"]) {
    const answer = await request.post("/API/API_GetUserCompletionProgress.php", {
      form: { u: user },
      headers: { "If-None-Match": "*" },
    });
    expect(answer.status(), user).not.toBe(304);
    expect(answer.headers()["cache-control"], user).toBe("no-store");
    expect(answer.headers()["cdn-cache-control"], user).toBeUndefined();
    expect(answer.headers().etag, user).toBeUndefined();
  }
});

test("an address is answered for the methods that it takes, and for others with those (Allow)", async ({
  site,
}) => {
  const read = "GET, HEAD, OPTIONS";
  for (const [path, allow] of [
    ["/", read],
    ["/docs", read],
    ["/compare/A/B", read],
    ["/user/Nobody", read],
    ["/user/Nobody/cards/summary.svg", read],
    ["/user/Nobody/games.csv", read],
    ["/nothing", read],
    ["/_next/none", read],
    ["/icon.svg", read],
    ["/robots.txt", read],
    ["/find", read],
    ["/demo-media/x", read],
    ["/api/health", read],
    ["/api/v1/users/Nobody/games", read],
    ["/API/API_GetUserCompletionProgress.php?u=a!", "GET, HEAD, POST, OPTIONS"],
    ["/api/retroachievements/completion-progress?u=a!", "GET, HEAD, POST, OPTIONS"],
  ] as const) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "TRACE", "OPTIONS"]) {
      const head = await answerTo(site.serverUrl, `${method} ${path} HTTP/1.1`);
      const what = `${method} ${path}: ${head}`;
      const status = method === "POST" && allow.includes("POST") ? 422 : 405;
      expect(head, what).toMatch(new RegExp(`^HTTP/1.1 ${method === "OPTIONS" ? 204 : status} `));
      expect(/^allow: (.*)$/im.exec(head)?.[1]?.trim(), what).toBe(allow);
      expect(/^cache-control: (.*)$/im.exec(head)?.[1]?.trim(), what).toBe("no-store");
    }
    const [get = "", answer = ""] = [
      await answerTo(site.serverUrl, `GET ${path} HTTP/1.1`),
      await answerTo(site.serverUrl, `HEAD ${path} HTTP/1.1`),
    ].map((head) => head.split("\r\n")[0]);
    expect(answer, path).toBe(get);
  }
});
