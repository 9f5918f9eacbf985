import { type KeyboardEvent, useRef } from "react";

interface TabListProps {
  label: string;
  names: string[];
  chosen: string | undefined;
  /** The id of a name's tab; that of its panel is the same with `-panel` after it. */
  idOf: (name: string) => string;
  className: string | undefined;
  tabClassName: string | undefined;
  onChoose: (name: string) => void;
}

/** The steps of the keys that move between tabs. */
const KEYS: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A row of tabs, by pointer or by arrow keys. The panels are its owner's. */
export function TabList(props: TabListProps) {
  const { names, chosen, idOf, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const step = KEYS[event.key];
    const next = step && names[step(names.indexOf(chosen ?? ""), names.length)];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#${idOf(next)}`)?.focus();
  }

  return (
    <div
      className={props.className}
      role="tablist"
      aria-label={props.label}
      onKeyDown={move}
      ref={list}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={idOf(name)}
          className={props.tabClassName}
          aria-selected={name === chosen}
          aria-controls={`${idOf(name)}-panel`}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
