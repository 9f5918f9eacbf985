import type { Metadata } from "next";
import styles from "../_components/error-page.module.css";
import { ERROR_PAGES } from "../pages";
import { Section, sectionText } from "../slots";

export const metadata: Metadata = {
  title: ERROR_PAGES.map(({ name, title }) => sectionText(name, title)).join(""),
  robots: { index: false },
};

/** All error pages in one: the build renders it, and the proxy fills in the section that it needs. */
export default function Page() {
  return (
    <main id="main" className={styles.page}>
      {ERROR_PAGES.map(({ name, content }) => (
        <Section key={name} of={name}>
          {content}
        </Section>
      ))}
    </main>
  );
}
