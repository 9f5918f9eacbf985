import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "./support/fixtures";
import { paced } from "./support/pace";
import { aWirePlayer } from "./support/wire-player";

const RA = "/API/API_GetUserCompletionProgress.php";

test("a form of 50,000 fields is refused at once, and freezes nothing", async ({
  request,
  site,
  standIn,
}) => {
  const fields = Array.from({ length: 50_000 }, (_, at) => `field${at}=1`).join("&");
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const posted = request.post(RA, { headers, data: fields });
  const { result: refused, milliseconds, slowest } = await paced(site.url, posted);
  expect(refused.status()).toBe(413);
  expect(milliseconds).toBeLessThan(2000 + 4 * slowest);
  expect(slowest).toBeLessThan(5000);
  expect(refused.headers()["cache-control"]).toBe("no-store");
  expect(await refused.json()).toEqual({
    message: expect.stringContaining("4096 bytes"),
    errors: [expect.objectContaining({ status: "413", code: "body-too-large" })],
  });
  expect(standIn.calls()).toHaveLength(0);
});

for (const [framing, part] of [
  // So much is said to come that nothing of it is waited for.
  ["Content-Length: 314572800", "u=x&"],
  ["Transfer-Encoding: chunked", `2000\r\n${"u=x&".repeat(2048)}\r\n`],
] as const) {
  test(`a body that is too long is refused before it has been sent (${framing})`, async ({
    site,
  }) => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    let answer = "";
    socket.setEncoding("latin1").on("data", (text) => {
      answer += text;
    });
    socket.on("error", () => undefined);
    socket.write(
      `POST ${RA} HTTP/1.1\r\nHost: site\r\nContent-Type: application/x-www-form-urlencoded\r\n${framing}\r\n\r\n${part}`,
    );
    await expect.poll(() => answer).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });
}

test("of a form only the parameters of RetroAchievements count, and the URL goes first", {
  tag: "@check",
}, async ({ request, standIn }) => {
  standIn.setPlayer(aWirePlayer({ name: "Poster", games: 5 }));
  const answer = await request.post(`${RA}?c=2`, {
    form: { u: "Poster", c: "4", y: "key", offset: "3" },
  });
  expect(await answer.json()).toMatchObject({ Count: 2, Total: 5 });
  const repeated = await request.post(RA, {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    data: "u=NobodyAtAll9&u=Poster&c=2&c=3",
  });
  expect(await repeated.json()).toMatchObject({ Count: 3, Total: 5 });
});
