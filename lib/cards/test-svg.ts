/** An element of an SVG. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Unescapes XML text. */
export function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** An element and all its descendants. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

const TOKEN = /<!--(.*?)-->|<(\w+)((?:\s[\w:-]+="[^"]*")*)(\/?)>|<\/\w+>|([^<]+)/gs;

/** Parses an SVG as this site writes it. */
export function parseSvg(svg: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [token, comment, name, attributes = "", closed, text] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (name !== undefined) {
      const element: Element = { name, attributes: {}, children: [], text: "" };
      for (const [, key = "", value = ""] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g))
        element.attributes[key] = value;
      parent.children.push(element);
      if (!closed) open.push(element);
    } else if (comment !== undefined)
      parent.children.push({ name: "!--", attributes: {}, children: [], text: comment.trim() });
    else if (text !== undefined) parent.text += text;
    else if (token.startsWith("</")) open.pop();
  }
  const [svgElement] = root.children;
  if (!svgElement || open.length !== 1) throw new Error("Not one whole element");
  if (svgElement.text !== "") throw new Error(`Text outside of elements: ${svgElement.text}`);
  return svgElement;
}
