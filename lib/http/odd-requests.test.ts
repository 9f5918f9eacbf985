import { expect, test } from "vitest";
import { tame } from "./odd-requests";

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
