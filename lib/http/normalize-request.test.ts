import { once } from "node:events";
import { createServer, request } from "node:http";
import { expect, test } from "vitest";
import { portOf } from "@/e2e/support/port-of";
import { REFUSED_METHOD } from "./methods";
import { normalizePath, normalizeRequest, normalizeRequests } from "./normalize-request";

/** The request line that Next gets, the refused method, and the headers set before its response. */
function normalized(method: string, url: string) {
  const request: { method: string; url: string; headers: Record<string, string> } = {
    ...{ method, url },
    headers: {},
  };
  const set: Record<string, unknown> = {};
  const response = {
    setHeader: (name: string, value: unknown) => Object.assign(set, { [name]: value }),
  };
  normalizeRequest(request, response as unknown as Parameters<typeof normalizeRequest>[1]);
  return {
    line: `${request.method} ${request.url}`,
    refused: request.headers[REFUSED_METHOD],
    set,
  };
}

test("a request for a path is unchanged", () => {
  for (const url of ["/", "/user/x?q=http://a", "//evil.example/x", "/%"]) {
    expect(normalized("GET", url)).toMatchObject({ line: `GET ${url}`, refused: undefined });
  }
  expect(normalized("POST", "/API/x.php").line).toBe("POST /API/x.php");
});

test("needless escapes are decoded", () => {
  expect(normalized("GET", "/user/Ti%65s?q=%65#%65").line).toBe("GET /user/Ties?q=%65#%65");
  expect(normalized("GET", "http://evil.example/user/Ti%65s").line).toBe("GET /user/Ties");
});

test("an absolute URL is reduced to its path", () => {
  expect(normalized("GET", "http://evil.example/user/x?q=1").line).toBe("GET /user/x?q=1");
  expect(normalized("HEAD", "HTTPS://a:b@evil.example:99").line).toBe("HEAD /");
  expect(normalized("GET", "http://evil.example?q=1").line).toBe("GET /?q=1");
});

test("a target that is not a path becomes a refused request", () => {
  expect(normalized("OPTIONS", "*").line).toBe("GET /%");
  expect(normalized("GET", "file:///etc/passwd").line).toBe("GET /%");
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
  "%s reaches Next only where a route handler answers it",
  (method) => {
    for (const url of ["/", "/user/x?q=1", "/apis", "/nothing", "/api/v1/%20", "http://x/docs"]) {
      expect(normalized(method, url)).toEqual({ line: "GET /%", refused: method, set: {} });
    }
    const passed = ["TRACE", "PROPFIND"].includes(method) ? "PATCH" : method;
    for (const url of ["/api", "/api/v1/users/x/games?q=%20", "/API/x.php"]) {
      expect(normalized(method, url)).toEqual({
        line: `${passed} ${url}`,
        refused: undefined,
        set: { Allow: "GET, HEAD, OPTIONS", "Cache-Control": "no-store" },
      });
    }
    expect(normalized(method, "/API/API_GetUserCompletionProgress.php?u=x").set).toMatchObject({
      Allow: "GET, HEAD, POST, OPTIONS",
    });
  },
);

test("a CORS preflight for a player's file reaches Next", () => {
  for (const url of ["/user/x/cards/summary.svg?theme=dark", "/user/x/feed.xml"]) {
    expect(normalized("OPTIONS", url).line).toBe(`OPTIONS ${url}`);
    expect(normalized("POST", url).line).toBe("GET /%");
  }
});

test("the router state header, which may be malformed, does not reach Next", () => {
  const headers = { rsc: "1", "next-router-state-tree": "%zz" };
  normalizeRequest({ method: "GET", url: "/", headers }, { setHeader: () => expect.unreachable() });
  expect(headers).toEqual({ rsc: "1" });
});

test("Next's own redirects are not cached", () => {
  for (const url of ["/user/x/?q=1", "//evil.example/x", "/user//x", "/a\\b"]) {
    expect(normalized("GET", url).set, url).toEqual({ "Cache-Control": "no-store" });
  }
  for (const url of ["/", "/?next=//x/", "/user/x"])
    expect(normalized("HEAD", url).set).toEqual({});
});

test("requests to this process's servers are normalized before they are handled", async () => {
  normalizeRequests();
  const received: string[] = [];
  const server = createServer(({ method, url }, response) => {
    received.push(`${method} ${url}`);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  for (const path of ["*", "http://evil.example/api/x"]) {
    const asked = request({ port: portOf(server), host: "127.0.0.1", method: "OPTIONS", path });
    const [response] = await once(asked.end(), "response");
    await once(response.resume(), "end");
  }
  server.close();
  expect(received).toEqual(["GET /%", "OPTIONS /api/x"]);
});

test.each([
  ["/user/Ties", "/user/Ties"],
  ["/user/Ti%65s", "/user/Ties"],
  ["/%75ser/%54%69es/cards/summary%2Esvg", "/user/Ties/cards/summary.svg"],
  ["/%2d%2D%5f%7E%30", "/--_~0"],
  // Escapes that change the meaning stay.
  ["/user/a%2Fb%20%3F%C3%A9%00%7f", "/user/a%2Fb%20%3F%C3%A9%00%7f"],
  ["/user/%2565s", "/user/%2565s"],
  ["/user/%zz%6", "/user/%zz%6"],
])("the path %s is normalized to %s", (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
});
