import {
  BAR,
  barPath,
  heightScale,
  MONTH,
  middleOf,
  TIMELINE_HEIGHT,
  valueScale,
} from "./timeline";

/**
 * Draws players' values by month on one scale, one lane per player, as paths in view boxes of `width` ×
 * `TIMELINE_HEIGHT`, which may be stretched.
 *
 * @param players a whole number for each month, of the same months for each
 */
export function achievementLanes(players: readonly (readonly number[])[]) {
  const most = Math.max(1, ...players.flat());
  const y = heightScale(most);
  const width = (players[0]?.length ?? 0) * MONTH;
  const scale = valueScale(most);
  return {
    width,
    /** Width of a bar, which is a stroke of its lane. */
    bar: BAR,
    /** Round values, from low to high, with their place as a fraction of a lane's height. */
    scale,
    /** A line at each of them. */
    grid: scale.map(({ top }) => `M0 ${top * TIMELINE_HEIGHT}H${width}`).join(""),
    /** For each player, a bar for each month that has a value. */
    lanes: players.map((values) =>
      barPath(
        values.flatMap((value, at) =>
          // Even one is visible.
          value > 0
            ? [
                {
                  x: middleOf(at),
                  from: TIMELINE_HEIGHT,
                  to: Math.min(TIMELINE_HEIGHT - 2, y(value)),
                },
              ]
            : [],
        ),
      ),
    ),
  };
}
