import { expect, test } from "vitest";
import { html } from "./html";

test("what is put into a template is text, unless it is HTML", () => {
  const inner = html`<b>${'a<b>&"'}</b>`;
  expect(html`<p title="${'"x'}">${inner}${1}</p>`.text).toBe(
    '<p title="&quot;x"><b>a&lt;b&gt;&amp;&quot;</b>1</p>',
  );
});
