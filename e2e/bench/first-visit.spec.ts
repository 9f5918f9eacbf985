import { expect, test } from "../support/fixtures";
import { aWirePlayer } from "../support/wire-player";

// What a first visit transfers, in bytes, headers included: figures to compare from one commit to the next.

for (const path of ["/user/FirstVisit", "/user/FirstVisit/progress"]) {
  test(`bytes of a first visit of ${path}`, async ({ page, site, standIn }, testInfo) => {
    standIn.setPlayer(aWirePlayer({ name: "FirstVisit", games: 1313 }));
    // The second visitor's page is the one that most get.
    for (let visit = 0; visit < 2; visit++) await (await fetch(site.serverUrl + path)).text();
    await page.waitForTimeout(2000);

    const cdp = await page.context().newCDPSession(page);
    const types = new Map<string, string>();
    const bytes = new Map<string, number>();
    cdp.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? "Other";
      bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength);
    });
    await cdp.send("Network.enable");
    await page.goto(site.serverUrl + path, { waitUntil: "networkidle" });

    const total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
    const parts = [...bytes].map(([type, each]) => `${type} ${each}`).join(", ");
    const figure = `first visit of ${path}: ${total} bytes (${parts})`;
    console.log(figure);
    testInfo.annotations.push({ type: "figure", description: figure });
    expect(bytes.get("Document")).toBeGreaterThan(0);
  });
}
