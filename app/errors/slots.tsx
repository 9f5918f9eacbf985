import type { ReactNode } from "react";

/** What the slots and sections of a template are filled with. */
export interface TemplateValues {
  readonly [name: string]: string | number | boolean | readonly TemplateValues[];
}

/** A place for a value, in text or in an attribute. */
export function slot(name: string): string {
  return `{{${name}}}`;
}

/** A part that is shown if a value is true, or once for each item of a list. */
export function Section({ of, children }: { of: string; children: ReactNode }) {
  return (
    <>
      {`{{#${of}}}`}
      {children}
      {`{{/${of}}}`}
    </>
  );
}

/** A {@link Section} of text. */
export function sectionText(of: string, text: string): string {
  return `{{#${of}}}${text}{{/${of}}}`;
}
