import { once } from "node:events";
import { createServer, request } from "node:http";
import { expect, test } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { tame, tameOddRequests } from "./odd-requests";

function tamed(method: string, url: string): string {
  const request = { method, url };
  tame(request);
  return `${request.method} ${request.url}`;
}

test("a request for a path stays as it is", () => {
  for (const url of ["/", "/user/x?q=http://a", "//evil.example/x", "/%"]) {
    expect(tamed("GET", url)).toBe(`GET ${url}`);
  }
  expect(tamed("POST", "/API/x.php")).toBe("POST /API/x.php");
});

test("of a whole address only the path counts", () => {
  expect(tamed("GET", "http://evil.example/user/x?q=1")).toBe("GET /user/x?q=1");
  expect(tamed("HEAD", "HTTPS://a:b@evil.example:99")).toBe("HEAD /");
  expect(tamed("GET", "http://evil.example?q=1")).toBe("GET /?q=1");
});

test("what is no path, and TRACE, becomes a request that is refused", () => {
  expect(tamed("OPTIONS", "*")).toBe("GET /%");
  expect(tamed("GET", "file:///etc/passwd")).toBe("GET /%");
  expect(tamed("TRACE", "/user/x")).toBe("GET /%");
});

test("what this process's servers are asked is tame before they hear of it", async () => {
  tameOddRequests();
  const heard: string[] = [];
  const server = createServer(({ method, url }, response) => {
    heard.push(`${method} ${url}`);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  for (const path of ["*", "http://evil.example/user/x"]) {
    const asked = request({ port: portOf(server), host: "127.0.0.1", method: "OPTIONS", path });
    const [response] = await once(asked.end(), "response");
    await once(response.resume(), "end");
  }
  server.close();
  expect(heard).toEqual(["GET /%", "OPTIONS /user/x"]);
});
