import { pluralize } from "@/app/_components/pluralize";
import type { HistoryMonth } from "@/lib/history/history-months";
import { pointsInWords } from "@/lib/history/points-gained";
import { sumsInWords } from "@/lib/history/sums";
import { formatPeriod } from "@/lib/progress/format-period";
import { DayEvents, type EventContext } from "../../_components/day-events";
import styles from "./month.module.css";

/** The most sentences of a day: hundreds of sets can be revised on one. */
const SENTENCES = 12;

interface MonthProps extends EventContext {
  month: HistoryMonth;
}

/** A month of a history: its sums, and its days with events. */
export function Month({ month: { month, sums, points, eventful, days }, ...player }: MonthProps) {
  const words = [...sumsInWords(sums), ...pointsInWords(points)];
  return (
    <section aria-labelledby={month} className={styles.month}>
      <h2 id={month}>{formatPeriod(month)}</h2>
      <p className={styles.sums}>
        {words.length === 0
          ? "No activity."
          : words.map((word, at) => (
              <span key={word}>{at < words.length - 1 ? `${word} · ` : word}</span>
            ))}
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
              {/* Links to any day of a run lead to the run. */}
              {day.days.slice(1).map((each) => (
                <i key={each} id={each} className={styles.anchor} />
              ))}
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
