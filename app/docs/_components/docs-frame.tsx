import type { ReactNode } from "react";
import { DemoNotice } from "@/app/_components/demo-notice";
import styles from "./docs-frame.module.css";
import { DOCS_PAGES, type DocsPath, docsPage } from "./docs-pages";

interface DocsFrameProps {
  path: DocsPath;
  children: ReactNode;
}

/** A page of the documentation: the bar of all pages, the title, and its content. */
export function DocsFrame({ path, children }: DocsFrameProps) {
  const { title, about } = docsPage(path);
  return (
    <main id="main">
      <DemoNotice />
      <nav className={styles.bar} aria-label="Documentation">
        <ul className={styles.pages}>
          {DOCS_PAGES.map((page) => (
            <li key={page.path}>
              <a href={page.path} aria-current={page.path === path ? "page" : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lead}>{about}</p>
      </header>
      {children}
    </main>
  );
}
