import { formatDay } from "@/lib/format";
import type { History } from "@/lib/history/history";
import { mergeDays } from "@/lib/history/merged-days";
import { recentActivity } from "@/lib/history/recent-activity";
import { sumsOf } from "@/lib/history/sums";
import { DayEvents, type EventContext } from "./day-events";
import { historyLink } from "./history-link";
import { packDay } from "./packed-day";
import styles from "./recent-activity.module.css";
import { NewMark, SinceLastVisit } from "./since-last-visit";

/** Entries shown, each a day or a run of days. */
const ENTRIES = 3;
/** Sentences of an entry. */
const SENTENCES = 3;
/** Days with events that are counted as new since the last visit. */
const COUNTED_DAYS = 30;

interface RecentActivityProps extends EventContext {
  history: History;
  ulid: string;
}

/** The newest days of a player with events. Nothing while there are none. */
export function RecentActivity({ history, ulid, ...player }: RecentActivityProps) {
  const days = recentActivity(history, COUNTED_DAYS);
  const packed = new Map(days.map(({ day, events }) => [day, packDay(day, sumsOf(events))]));
  const [newest] = packed.values();
  if (history.startedAt === null || newest === undefined) return null;
  return (
    <section aria-labelledby="recent-activity" className={styles.section}>
      <div className={styles.heading}>
        <h2 id="recent-activity">Recent activity</h2>
        <SinceLastVisit
          ulid={ulid}
          days={[...packed.values()]}
          from={days.at(-1)?.day ?? ""}
          otherwise={`Tracked since ${formatDay(history.startedAt / 1000)}`}
        />
        <a href={historyLink(player.path)}>Full history</a>
      </div>
      <ol className={styles.days}>
        {mergeDays(days)
          .slice(0, ENTRIES)
          .map((day) => (
            <li key={day.day}>
              <DayEvents
                day={day}
                most={SENTENCES}
                href={historyLink(player.path, day.day)}
                rest={{ href: historyLink(player.path, day.day) }}
                mark={<NewMark ulid={ulid} day={packed.get(day.day) ?? ""} newest={newest} />}
                {...player}
              />
            </li>
          ))}
      </ol>
    </section>
  );
}
