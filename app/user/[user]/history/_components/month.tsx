import { pluralize } from "@/app/_components/pluralize";
import type { HistoryMonth } from "@/lib/history/history-months";
import { pointsInWords } from "@/lib/history/points-gained";
import { sumsInWords } from "@/lib/history/sums";
import { formatPeriod } from "@/lib/progress/period";
import { DayEvents, type EventContext } from "../../_components/day-events";
import styles from "./month.module.css";

/** Sentences of a day: one on which hundreds of sets were revised is no reason for a page without an end. */
const SENTENCES = 12;

interface MonthProps extends EventContext {
  month: HistoryMonth;
}

/** A month of a history: its sums, and its days with something in them. */
export function Month({ month: { month, sums, points, eventful, days }, ...player }: MonthProps) {
  const words = [...sumsInWords(sums), ...pointsInWords(points)];
  return (
    <section aria-labelledby={month} className={styles.month}>
      <h2 id={month}>{formatPeriod(month)}</h2>
      <p className={styles.sums}>
        {words.length === 0
          ? "Nothing happened."
          : words.map((word, at) => <span key={word}>{at === 0 ? word : ` · ${word}`}</span>)}
      </p>
      {days === null && eventful > 0 && (
        <p className={styles.more}>
          <a href={`${player.path}/history?month=${month}`}>
            Show {pluralize(eventful, "day")} of {formatPeriod(month)}
          </a>
        </p>
      )}
      {days !== null && days.length > 0 && (
        <ol className={styles.days}>
          {days.map((day) => (
            <li key={day.day} id={day.day}>
              <DayEvents
                day={day}
                most={SENTENCES}
                rest={{
                  href: `${player.path}/history.csv?from=${day.day}&to=${day.day}`,
                  words: " in the CSV of this day",
                }}
                {...player}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
