import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useStoredChoice } from "./stored-choice";

interface TabsProps<Tab> {
  label: string;
  tabs: readonly Tab[];
  /** Under which the choice is kept; all tabs with the same key turn together. */
  remember: string;
  /** The id of a name's tab; that of its panel is the same with `-panel` after it. */
  idOf: (name: string) => string;
  /** Classes by name: `tabs`, `tab` and `panel`. */
  styles: Readonly<Record<string, string | undefined>>;
  panel: (tab: Tab) => ReactNode;
}

/** The steps of the keys that move between tabs. */
const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A row of tabs, by pointer or by arrow keys, and their panels. Without JavaScript all are there, one below the other. */
export function Tabs<Tab extends { name: string }>(props: TabsProps<Tab>) {
  const { label, tabs, remember, idOf, styles, panel } = props;
  const [wanted, choose] = useStoredChoice(remember);
  // What was chosen elsewhere, or on another version of this site, need not be here.
  const chosen = (tabs.find(({ name }) => name === wanted) ?? tabs[0])?.name;
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const step = KEYS[event.key];
    const at = tabs.findIndex(({ name }) => name === chosen);
    const next = step && tabs[step(at, tabs.length)]?.name;
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`#${idOf(next)}`)?.focus();
  }

  return (
    <>
      <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={move} ref={list}>
        {tabs.map(({ name }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={idOf(name)}
            className={styles.tab}
            aria-selected={name === chosen}
            aria-controls={`${idOf(name)}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.name}
          className={styles.panel}
          role="tabpanel"
          id={`${idOf(tab.name)}-panel`}
          aria-labelledby={idOf(tab.name)}
          hidden={tab.name !== chosen}
        >
          {panel(tab)}
        </div>
      ))}
    </>
  );
}
