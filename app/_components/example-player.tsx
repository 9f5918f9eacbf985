import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { formatNumber } from "@/lib/format";
import { loadPlayer } from "@/lib/players/load-player";
import { shownCounts } from "@/lib/progress/counts";
import { libraryCounts } from "@/lib/progress/library-counts";
import { BackgroundImage } from "./background-image";
import styles from "./example-player.module.css";

interface PlateProps {
  user: string;
  mediaBase: string;
  /** What is known of the player's progress by now. */
  facts: string;
  /** Fractions of the library, best award first: colours of the bar. */
  mix?: { color: string; width: number }[];
}

/** A player's name plate, a link to the player's page. */
export function PlayerPlate({ user, mediaBase, facts, mix = [] }: PlateProps) {
  return (
    <a className={styles.plate} href={`/user/${user}`}>
      <BackgroundImage className={styles.avatar} src={`${mediaBase}/UserPic/${user}.png`} />
      <span className={styles.name}>{user}</span>
      <span className={styles.facts}>{facts}</span>
      <span className={styles.bar} aria-hidden="true">
        {mix.map(({ color, width }) => (
          <span key={color} style={{ width: `${width * 100}%`, background: color }} />
        ))}
      </span>
    </a>
  );
}

/** The same with the player's counts, as they are now; without them if RA does not answer. */
export async function ExamplePlayer({ user, mediaBase }: Pick<PlateProps, "user" | "mediaBase">) {
  const player = await load(user);
  if (!player) return <PlayerPlate user={user} mediaBase={mediaBase} facts="Open the page" />;
  const counts = libraryCounts(player.games);
  const facts = shownCounts(counts)
    .filter(({ key, value }) => key === "played" || (key === "mastered" && value > 0))
    .map(({ label, value }) => `${formatNumber(value)} ${label.toLowerCase()}`)
    .join(", ");
  const mix = AWARD_COLORS.map(({ key, color }) => ({
    color,
    width: counts[key] / Math.max(1, counts.played),
  }));
  return <PlayerPlate user={user} mediaBase={mediaBase} facts={facts} mix={mix} />;
}

async function load(user: string) {
  try {
    return (await loadPlayer(user)).player;
  } catch (error) {
    if (isUpstreamError(error)) return null;
    throw error;
  }
}
