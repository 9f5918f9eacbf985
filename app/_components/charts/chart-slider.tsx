import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./chart-slider.module.css";
import charts from "./charts.module.css";

interface ChartSliderProps {
  /** What the chart shows. */
  label: string;
  /** How many positions there are; they fill columns, from the top. */
  count: number;
  /** Things in a column. */
  rows: number;
  /** Empty places before the first one. */
  lead?: number;
  /** What is pointed at first; null for nothing. */
  startsAt?: number | null;
  /** A thing in words. */
  inWords: (at: number) => string;
  /** What stands below the chart about the thing that is pointed at, null while none is. */
  detail: (at: number | null) => ReactNode;
  /** What stands along the left and the right side of the chart, for those who see it. */
  start: ReactNode;
  end?: ReactNode;
  /** What stands below it, for all: it may lead somewhere. */
  foot: ReactNode;
  /** The same as a table, to open below. */
  table: ReactNode;
  /** Whether a chart that is too wide scrolls, newest end first, and a finger that moves scrolls it. */
  scrolls?: boolean;
  /** The chart. */
  children: ReactNode;
}

/**
 * Makes a chart alive: by pointer, finger or arrow keys one goes through what it shows, and reads
 * each in words. A click holds on to what it hits until the next one, so that the pointer can go to
 * what stands below. To a screen reader it is a slider with those words as its value.
 */
export function ChartSlider(props: ChartSliderProps) {
  const { label, count, rows, lead = 0, inWords, detail, scrolls = false, startsAt = null } = props;
  const [at, setAt] = useState(startsAt);
  const about = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLSpanElement>(null);
  const held = useRef<number | null>(null);
  const isStepping = useRef(false);
  const last = count - 1;
  const columns = Math.ceil((lead + count) / rows);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor moves with what is pointed at
  useEffect(() => {
    if (isStepping.current) cursor.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    isStepping.current = false;
  }, [at]);

  function hit({ clientX, clientY }: { clientX: number; clientY: number }): number | null {
    const box = area.current?.getBoundingClientRect();
    if (!box) return null;
    const column = Math.floor(((clientX - box.left) / box.width) * columns);
    const row = Math.floor(((clientY - box.top) / box.height) * rows);
    const place = column * rows + Math.min(rows - 1, Math.max(0, row)) - lead;
    return place >= 0 && place <= last ? place : null;
  }

  function point(event: { clientX: number; clientY: number }) {
    const place = hit(event);
    if (place !== null && held.current === null) setAt(place);
  }

  function hold(event: { clientX: number; clientY: number }) {
    const place = hit(event);
    if (place === null) return;
    held.current = held.current === place ? null : place;
    setAt(place);
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
      // The detail links to the games of what is pointed at.
      about.current?.querySelector("a")?.click();
    }
    if (to === undefined) return;
    event.preventDefault();
    held.current = null;
    isStepping.current = true;
    setAt(Math.min(last, Math.max(0, to)));
  }

  const place = lead + (at ?? 0);
  return (
    <>
      <div>
        <div className={scrolls ? styles.scroller : undefined}>
          <div className={styles.frame}>
            <div className={styles.start} aria-hidden="true">
              {props.start}
            </div>
            <div
              ref={area}
              className={styles.area}
              data-scrolls={scrolls}
              role="slider"
              tabIndex={0}
              aria-label={label}
              aria-valuemin={0}
              aria-valuemax={last}
              aria-valuenow={at ?? last}
              aria-valuetext={inWords(at ?? last)}
              onPointerMove={(event) => {
                if (!scrolls || event.pointerType === "mouse") point(event);
              }}
              onPointerDown={scrolls ? undefined : point}
              onClick={hold}
              onKeyDown={step}
              onFocus={() => setAt(at ?? last)}
            >
              {props.children}
              {at !== null && (
                <span
                  ref={cursor}
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
            <div className={styles.start} aria-hidden="true">
              {props.end}
            </div>
            <div className={styles.foot}>{props.foot}</div>
          </div>
        </div>
        <div ref={about}>{detail(at)}</div>
      </div>
      <details className={charts.table}>
        <summary>As a table</summary>
        <div>{props.table}</div>
      </details>
    </>
  );
}
