import { escapeXml } from "@/lib/xml";
import type { TemplateValues } from "./slots";

const PART = /\{\{#([\w-]+)\}\}(.*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/gs;

/**
 * Puts values, escaped, into the slots and sections of app/errors/slots.tsx. A section without a value is left out.
 *
 * @throws Error for a slot without a value
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(PART, (_, section: string | undefined, inner: string, slot: string) => {
    if (section !== undefined) {
      return itemsOf(values[section])
        .map((item) => fillTemplate(inner, { ...values, ...item }))
        .join("");
    }
    const value = values[slot];
    if (value === undefined) throw new Error(`The template has no value for ${slot}.`);
    return escapeXml(String(value));
  });
}

function itemsOf(value: TemplateValues[string] | undefined): readonly TemplateValues[] {
  if (typeof value === "object") return value;
  return value ? [{}] : [];
}
