import { once } from "node:events";
import { createServer, request } from "node:http";
import { expect, test } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { REFUSED_METHOD } from "./methods";
import { tame, tameOddRequests } from "./odd-requests";

/** The request line that Next is given, the method that is refused, and the headers that are set before its answer. */
function tamed(method: string, url: string) {
  const request: { method: string; url: string; headers: Record<string, string> } = {
    ...{ method, url },
    headers: {},
  };
  const set: Record<string, unknown> = {};
  const response = {
    setHeader: (name: string, value: unknown) => Object.assign(set, { [name]: value }),
  };
  tame(request, response as unknown as Parameters<typeof tame>[1]);
  return {
    line: `${request.method} ${request.url}`,
    refused: request.headers[REFUSED_METHOD],
    set,
  };
}

test("a request for a path stays as it is", () => {
  for (const url of ["/", "/user/x?q=http://a", "//evil.example/x", "/%"]) {
    expect(tamed("GET", url)).toMatchObject({ line: `GET ${url}`, refused: undefined });
  }
  expect(tamed("POST", "/API/x.php").line).toBe("POST /API/x.php");
});

test("a path without needless escapes is asked for", () => {
  expect(tamed("GET", "/user/Ti%65s?q=%65#%65").line).toBe("GET /user/Ties?q=%65#%65");
  expect(tamed("GET", "http://evil.example/user/Ti%65s").line).toBe("GET /user/Ties");
});

test("of a whole address only the path counts", () => {
  expect(tamed("GET", "http://evil.example/user/x?q=1").line).toBe("GET /user/x?q=1");
  expect(tamed("HEAD", "HTTPS://a:b@evil.example:99").line).toBe("HEAD /");
  expect(tamed("GET", "http://evil.example?q=1").line).toBe("GET /?q=1");
});

test("what is no path becomes a request that is refused", () => {
  expect(tamed("OPTIONS", "*").line).toBe("GET /%");
  expect(tamed("GET", "file:///etc/passwd").line).toBe("GET /%");
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
  "%s reaches Next only where a route handler answers it",
  (method) => {
    for (const url of ["/", "/user/x?q=1", "/apis", "/nothing", "/api/v1/%20", "http://x/docs"]) {
      expect(tamed(method, url)).toEqual({ line: "GET /%", refused: method, set: {} });
    }
    const passed = ["TRACE", "PROPFIND"].includes(method) ? "PATCH" : method;
    for (const url of ["/api", "/api/v1/users/x/games?q=%20", "/API/x.php"]) {
      expect(tamed(method, url)).toEqual({
        line: `${passed} ${url}`,
        refused: undefined,
        set: { Allow: "GET, HEAD, OPTIONS", "Cache-Control": "no-store" },
      });
    }
    expect(tamed(method, "/API/API_GetUserCompletionProgress.php?u=x").set).toMatchObject({
      Allow: "GET, HEAD, POST, OPTIONS",
    });
  },
);

test("a browser's question whether a page of another origin may have a player's file reaches Next", () => {
  for (const url of ["/user/x/cards/summary.svg?theme=dark", "/user/x/feed.xml"]) {
    expect(tamed("OPTIONS", url).line).toBe(`OPTIONS ${url}`);
    expect(tamed("POST", url).line).toBe("GET /%");
  }
});

test("the state of Next's router, which may be none, does not reach Next", () => {
  const headers = { rsc: "1", "next-router-state-tree": "%zz" };
  tame({ method: "GET", url: "/", headers }, { setHeader: () => expect.unreachable() });
  expect(headers).toEqual({ rsc: "1" });
});

test("the redirects of Next's own are kept by no cache", () => {
  for (const url of ["/user/x/?q=1", "//evil.example/x", "/user//x", "/a\\b"]) {
    expect(tamed("GET", url).set, url).toEqual({ "Cache-Control": "no-store" });
  }
  for (const url of ["/", "/?next=//x/", "/user/x"]) expect(tamed("HEAD", url).set).toEqual({});
});

test("what this process's servers are asked is tame before they hear of it", async () => {
  tameOddRequests();
  const heard: string[] = [];
  const server = createServer(({ method, url }, response) => {
    heard.push(`${method} ${url}`);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  for (const path of ["*", "http://evil.example/api/x"]) {
    const asked = request({ port: portOf(server), host: "127.0.0.1", method: "OPTIONS", path });
    const [response] = await once(asked.end(), "response");
    await once(response.resume(), "end");
  }
  server.close();
  expect(heard).toEqual(["GET /%", "OPTIONS /api/x"]);
});
