import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "./support/fixtures";
import { aWirePlayer } from "./support/wire-player";

const RA = "/API/API_GetUserCompletionProgress.php";

test("a form of 50,000 fields is refused at once, and freezes nothing", async ({
  request,
  standIn,
}) => {
  const fields = Array.from({ length: 50_000 }, (_, at) => `field${at}=1`).join("&");
  const started = Date.now();
  const [refused, health] = await Promise.all([
    request.post(RA, {
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      data: fields,
    }),
    request.get("/api/health"),
  ]);
  expect(health.status()).toBe(200);
  expect(refused.status()).toBe(413);
  expect(Date.now() - started).toBeLessThan(5000);
  expect(refused.headers()["cache-control"]).toBe("no-store");
  expect(await refused.json()).toEqual({
    message: expect.stringContaining("4096 bytes"),
    errors: [expect.objectContaining({ status: 413, code: "body-too-large" })],
  });
  expect(standIn.calls()).toHaveLength(0);
});

for (const framing of ["Content-Length: 314572800", "Transfer-Encoding: chunked"]) {
  test(`a body of 300 MB is not read (${framing})`, async ({ site }) => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    let answer = "";
    let isOver = false;
    socket.setEncoding("latin1").on("data", (text) => {
      answer += text;
    });
    // It may break off while the rest is on its way.
    socket
      .on("error", () => undefined)
      .on("close", () => {
        isOver = true;
      });
    socket.write(
      `POST ${RA} HTTP/1.1\r\nHost: site\r\nContent-Type: application/x-www-form-urlencoded\r\n${framing}\r\n\r\n`,
    );
    const megabyte = "u=x&".repeat(256 * 1024);
    const chunk = framing.startsWith("T")
      ? `${megabyte.length.toString(16)}\r\n${megabyte}\r\n`
      : megabyte;
    let sent = 0;
    for (; sent < 300 && !isOver && answer === ""; sent++) {
      if (!socket.write(chunk)) {
        await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => undefined);
      }
    }
    await expect.poll(() => answer).toMatch(/^HTTP\/1.1 413 /);
    // What two sockets and their streams hold was sent before the answer came.
    expect(sent).toBeLessThan(64);
    await expect.poll(() => isOver).toBe(true);
  });
}

test("of a form only the parameters of RetroAchievements count, and the URL goes first", async ({
  request,
  standIn,
}) => {
  standIn.setPlayer(aWirePlayer({ name: "Poster", games: 5 }));
  const answer = await request.post(`${RA}?c=2`, {
    form: { u: "Poster", c: "4", y: "key", offset: "3" },
  });
  expect(await answer.json()).toMatchObject({ Count: 2, Total: 5 });
});
