import { expect, test } from "vitest";
import { unknownPlayerPage } from "./unknown-player";

test("a name that may be one is told, and what cannot be one stands in the form as text", () => {
  expect(unknownPlayerPage("Somebody")).toContain("<strong>Somebody</strong>");
  const odd = unknownPlayerPage(encodeURIComponent('"><script>alert(1)</script>'));
  expect(odd).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(odd).not.toContain("<script>alert");
  expect(odd).toContain("has 2 to 20 letters and digits");
});
