import { utcDayOf } from "@/lib/domain/days";
import type { History } from "@/lib/history/history";
import { recentActivity } from "@/lib/history/recent-activity";
import { sumsOf } from "@/lib/history/sums";
import { formatPeriod } from "@/lib/progress/period";
import { DayEvents, type EventContext } from "./day-events";
import { historyLink } from "./history-link";
import { packDay } from "./packed-day";
import styles from "./recent-activity.module.css";
import { NewMark, SinceLastVisit } from "./since-last-visit";

/** Days that are shown. */
const DAYS = 3;
/** Sentences of a day. */
const SENTENCES = 3;
/** Days in which news since a visit are counted. */
const COUNTED_DAYS = 30;

interface RecentActivityProps extends EventContext {
  history: History;
  name: string;
  ulid: string;
}

/** The last days of a player with events. Nothing where no history has begun. */
export function RecentActivity({ history, name, ulid, ...player }: RecentActivityProps) {
  if (history.startedAt === null) return null;
  const start = formatPeriod(utcDayOf(history.startedAt));
  const days = recentActivity(history, COUNTED_DAYS);
  const shown = days.slice(0, DAYS);
  const packed = days.map(({ day, events }) => packDay(day, sumsOf(events)));
  const [newest] = packed;
  return (
    <section aria-labelledby="lately" className={styles.section}>
      <div className={styles.heading}>
        <h2 id="lately">Lately</h2>
        <a href={historyLink(player.path)}>The whole history</a>
      </div>
      {newest === undefined ? (
        <p className={styles.begins}>
          The history of {name} begins on {start}.
        </p>
      ) : (
        <>
          <SinceLastVisit
            ulid={ulid}
            days={packed}
            from={days.at(-1)?.day ?? ""}
            otherwise={`Kept day by day since ${start}.`}
          />
          <ol className={styles.days}>
            {shown.map((day, at) => (
              <li key={day.day}>
                <DayEvents
                  day={day}
                  most={SENTENCES}
                  href={historyLink(player.path, day.day)}
                  rest={{ href: historyLink(player.path, day.day) }}
                  mark={<NewMark ulid={ulid} day={packed[at] ?? ""} newest={newest} />}
                  {...player}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
