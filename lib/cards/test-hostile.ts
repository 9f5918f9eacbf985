import fc from "fast-check";

/** Texts of an attacker: markup, control characters, overlong words. */
export const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(
    "</text><script>alert(1)</script>",
    '"onload="alert(1)',
    "]]><!-- --> &amp; &#0;",
    "漢字".repeat(100),
    "🎮".repeat(100),
    "W".repeat(200),
    "\u202Eevil\u0000\uD800",
    "~Hack~ [Subset - <b>]",
  ),
);
