import { expect, test } from "vitest";
import { escapeXml } from "./xml";

test("special characters of XML are escaped", () => {
  expect(escapeXml('</text><script>"&"')).toBe("&lt;/text&gt;&lt;script&gt;&quot;&amp;&quot;");
});

test("characters that XML does not allow are left out", () => {
  expect(escapeXml("a\u0000b\uFFFE\uD800c 🎮 é\n")).toBe("abc 🎮 é\n");
});
