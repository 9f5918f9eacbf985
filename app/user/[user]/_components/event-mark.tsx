import { AwardMark } from "@/app/_components/games/award-mark";
import type { HistoryEvent } from "@/lib/history/events";
import styles from "./event-mark.module.css";

/** Paths in a view box of 12 × 12. */
const SIGNS: Record<Exclude<HistoryEvent["kind"], "award">, string> = {
  achievements: "M6 3v6M3 6h6",
  "whole-again": "M3 6.2 5.2 8.4 9.2 3.8",
  begun: "M4.8 3.4 8.4 6 4.8 8.6Z",
  revised: "M3.2 5a3 3 0 0 1 5.4-.6M8.8 7a3 3 0 0 1-5.4.6M8.8 2.8v1.8H7M3.2 9.2V7.4H5",
  retired: "M3.8 3.8l4.4 4.4M8.2 3.8 3.8 8.2",
  back: "M5 3.2 3.2 5 5 6.8M3.4 5h3.4a2 2 0 0 1 0 4H5",
  reset: "M3.2 6h5.6",
  gone: "M3.2 6h5.6",
  renamed: "M3.6 8.8 6 3.2l2.4 5.6M4.5 7h3",
};

/** A small sign for an event, beside the sentence that says it. */
export function EventMark({ event }: { event: HistoryEvent }) {
  if (event.kind === "award") return <AwardMark kind={event.award} />;
  return (
    <svg viewBox="0 0 12 12" className={styles.mark} aria-hidden="true">
      <path d={SIGNS[event.kind]} />
    </svg>
  );
}
