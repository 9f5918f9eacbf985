import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import styles from "./chart-slider.module.css";

interface ChartSliderProps {
  /** What the chart shows. */
  label: string;
  /** How many things there are to point at; they fill columns, from the top. */
  count: number;
  /** Things in a column. */
  rows: number;
  /** Empty places before the first one. */
  lead?: number;
  /** A thing in words. */
  inWords: (at: number) => string;
  /** What stands below the chart about the thing that is pointed at, null while none is. */
  detail: (at: number | null) => ReactNode;
  /** The chart. */
  children: ReactNode;
}

/**
 * Makes a chart alive: by pointer, finger or arrow keys one goes through what it shows, and reads
 * each in words. To a screen reader it is a slider with those words as its value.
 */
export function ChartSlider({
  label,
  count,
  rows,
  lead = 0,
  inWords,
  detail,
  children,
}: ChartSliderProps) {
  const [at, setAt] = useState<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const last = count - 1;
  const columns = Math.ceil((lead + count) / rows);

  function point({ clientX, clientY }: PointerEvent) {
    const box = area.current?.getBoundingClientRect();
    if (!box) return;
    const column = Math.floor(((clientX - box.left) / box.width) * columns);
    const row = Math.floor(((clientY - box.top) / box.height) * rows);
    const place = column * rows + Math.min(rows - 1, Math.max(0, row)) - lead;
    if (place >= 0 && place <= last) setAt(place);
  }

  function step(event: KeyboardEvent) {
    const from = at ?? last;
    const to = {
      ArrowRight: from + rows,
      ArrowLeft: from - rows,
      ArrowUp: rows === 1 ? from + 1 : from - 1,
      ArrowDown: rows === 1 ? from - 1 : from + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === "Enter") {
      // The link to the games of what is pointed at stands in its detail.
      event.currentTarget.parentElement?.querySelector("a")?.click();
    }
    if (to === undefined) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(0, to)));
  }

  const place = lead + (at ?? 0);
  return (
    <div className={styles.chart}>
      <div
        ref={area}
        className={styles.area}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at ?? last}
        aria-valuetext={inWords(at ?? last)}
        onPointerMove={point}
        onPointerDown={point}
        onKeyDown={step}
        onFocus={() => setAt(at ?? last)}
      >
        {children}
        {at !== null && (
          <span
            className={styles.cursor}
            style={{
              left: `${(Math.floor(place / rows) / columns) * 100}%`,
              top: `${((place % rows) / rows) * 100}%`,
              width: `${100 / columns}%`,
              height: `${100 / rows}%`,
            }}
          />
        )}
      </div>
      {detail(at)}
    </div>
  );
}
