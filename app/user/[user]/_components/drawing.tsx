import { useEffect, useRef } from "react";

type Charts = typeof import("@/lib/charts");

// The bundler knows which side it bundles for, and leaves the charts' code out of the browser's.
const charts: Charts | null = typeof window === "undefined" ? require("@/lib/charts") : null;

interface DrawingProps {
  className?: string;
  /** Names the chart and the state of the player that it shows. */
  name: string;
  /** Changes when there is something else to draw. */
  data: unknown;
  /** Gives the markup. */
  draw: (charts: Charts) => string;
}

/**
 * A chart that the server draws. The browser keeps the server's markup as it is, neither hydrated
 * nor sent a second time as data; the code that draws is loaded only when the data has changed.
 */
export function Drawing({ className, name, data, draw }: DrawingProps) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef(data);
  const latest = useRef(draw);

  useEffect(() => {
    latest.current = draw;
  });

  useEffect(() => {
    if (drawn.current === data && element.current?.innerHTML !== "") return;
    drawn.current = data;
    let isCurrent = true;
    import("@/lib/charts").then((loaded) => {
      if (isCurrent && element.current) element.current.innerHTML = latest.current(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [data]);

  return (
    <div
      ref={element}
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/charts, which escapes text
      dangerouslySetInnerHTML={{ __html: charts?.remembered(name, () => draw(charts)) ?? "" }}
    />
  );
}
