import { AwardMark } from "@/app/_components/games/award-mark";
import { listLink } from "@/app/user/[user]/_components/list-link";
import { formatNumber } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import type { YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import styles from "./kind-figures.module.css";

/** The awards of each kind in large figures, beside those of the year before. */
export function KindFigures({ review: { kinds, year }, path }: YearProps) {
  const shown = kinds.filter(({ count, before }) => count + (before?.count ?? 0) > 0);
  return (
    <ul className={styles.kinds}>
      {shown.map(({ kind, count, query, before }) => (
        <li key={kind} className={styles[kind]}>
          <AwardMark kind={kind} />
          <a className={styles.figure} href={listLink(path, query)}>
            <b>{formatNumber(count)}</b> <span>{awardLabel(kind).toLowerCase()}</span>
          </a>
          {before && (
            <FigureLink path={path} figure={before} noun="award">
              {` in ${year - 1}`}
            </FigureLink>
          )}
        </li>
      ))}
    </ul>
  );
}
