import { expect, test } from "vitest";
import { escapeXml } from "./xml";

test("what means something in XML is written as an entity", () => {
  expect(escapeXml('</text><script>"&"')).toBe("&lt;/text&gt;&lt;script&gt;&quot;&amp;&quot;");
});

test("what XML cannot hold is left out, and the rest is kept", () => {
  expect(escapeXml("a\u0000b\uFFFE\uD800c 🎮 é\n")).toBe("abc 🎮 é\n");
});
