import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "./_components/site-footer";
import { SiteHeader } from "./_components/site-header";
import { THEME_SCRIPT, THEME_SWITCH_SCRIPT } from "./_components/theme-script";
import { display, text, textExtended } from "./fonts";
import "./fallback-fonts.css";
import "./globals.css";
// Next sends not-found.tsx with every page: a style of its own would be loaded by all of them and used by none.
import "./errors/_components/error-page.module.css";

export const metadata: Metadata = {
  title: {
    default: "Longplay: your RetroAchievements games on one shelf",
    template: "%s · Longplay",
  },
  description:
    "Every RetroAchievements game you've mastered, on one shelf. Plus live cards you can post anywhere.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#eef2f0" },
    { media: "(prefers-color-scheme: dark)", color: "#0b1110" },
  ],
};

/** The frame of every page. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      className={`${display.variable} ${text.variable} ${textExtended.variable}`}
      data-scroll-behavior="smooth"
      // The script below may have put the chosen theme here before React looks.
      suppressHydrationWarning
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this site */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <script src={THEME_SWITCH_SCRIPT} defer />
      </head>
      <body>
        <SiteHeader />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
