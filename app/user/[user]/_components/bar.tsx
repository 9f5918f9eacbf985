/** Units of a bar's view box, which is stretched to its cell. */
const WIDTH = 500;
const HEIGHT = 8;

interface BarProps {
  /** Parts from the left, each as a fraction of the whole width. */
  parts: { color: string; share: number }[];
  /** What it says to a reader who does not see it; without, a number beside it says the same. */
  label?: string;
}

/** One bar of a table. Each part is drawn from the left to its end, the longest first. */
export function Bar({ parts, label }: BarProps) {
  let end = 0;
  const ends = parts.map(({ color, share }) => {
    end += share;
    return { color, to: Math.round(end * WIDTH) };
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      strokeWidth={HEIGHT}
      role={label ? "img" : "presentation"}
      aria-label={label}
    >
      {label && <title>{label}</title>}
      {ends.reverse().map(({ color, to }) => (
        <path key={color} stroke={color} d={`M0 ${HEIGHT / 2}H${to}`} />
      ))}
    </svg>
  );
}
