import type { Badge } from "@/lib/domain/badge";
import { formatDay, formatNumber } from "@/lib/format";
import styles from "./site-badges.module.css";

/** As many as fit beside a name of usual length, in two rows. */
const SHOWN = 8;
/** The width and height of a badge, in pixels. */
const SIZE = 32;

interface SiteBadgesProps {
  /** Newest first, as all else on the overview. */
  badges: readonly Badge[];
  /** Base of image paths, without a slash at its end. */
  mediaBase: string;
}

/** The newest badges of events and of the site; those without a picture as a word. Nothing where there are none. */
export function SiteBadges({ badges, mediaBase }: SiteBadgesProps) {
  if (badges.length === 0) return null;
  const more = badges.length - SHOWN;
  return (
    <ul className={styles.badges} aria-label="Event and site badges">
      {badges.slice(0, SHOWN).map(({ title, iconPath, at }) => {
        const words = `${title}, ${formatDay(at)}`;
        return (
          <li key={`${at} ${title}`} title={words}>
            {iconPath === null ? (
              title
            ) : (
              // biome-ignore lint/performance/noImgElement: RA's image as it is
              <img
                src={mediaBase + iconPath}
                alt={words}
                width={SIZE}
                height={SIZE}
                loading="lazy"
              />
            )}
          </li>
        );
      })}
      {more > 0 && <li>{`and ${formatNumber(more)} more`}</li>}
    </ul>
  );
}
