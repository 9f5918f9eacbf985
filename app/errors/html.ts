import { escapeXml } from "@/lib/xml";

/** HTML that may be put into other HTML as it is. */
export class Html {
  constructor(readonly text: string) {}
}

/** A template of HTML: what is put into it is text, and escaped, unless it is HTML already. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html)[]): Html {
  const written = values.map((value) =>
    value instanceof Html ? value.text : escapeXml(String(value)),
  );
  return new Html(parts.map((part, at) => part + (written[at] ?? "")).join(""));
}
