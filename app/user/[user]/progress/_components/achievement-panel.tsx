import { useEffect, useState } from "react";
import { AchievementLists } from "@/app/_components/games/achievement-lists";
import { gamePath } from "@/app/user/[user]/_components/progress-path";
import type { ListedAchievement } from "@/lib/games/listed-achievements";
import styles from "./achievement-panel.module.css";

interface AchievementPanelProps {
  name: string;
  gameId: number;
  mediaBase: string;
}

/** The achievements of a game below its row, from the site's API. */
export default function AchievementPanel({ name, gameId, mediaBase }: AchievementPanelProps) {
  const [achievements, setAchievements] = useState<ListedAchievement[] | "failed" | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetchAchievements(name, gameId, controller.signal)
      .then(setAchievements)
      .catch(() => {
        if (!controller.signal.aborted) setAchievements("failed");
      });
    return () => controller.abort();
  }, [name, gameId]);
  const page = gamePath(`/user/${name}`, gameId);
  return (
    <div className={styles.panel}>
      <p>
        <a href={page}>Game page</a>
      </p>
      {achievements === null && <p role="status">Loading achievements…</p>}
      {achievements === "failed" && (
        <p role="alert">The achievements can't be loaded right now. Try again in a minute.</p>
      )}
      {Array.isArray(achievements) && (
        <AchievementLists achievements={achievements} mediaBase={mediaBase} heading="h4" />
      )}
    </div>
  );
}

/** @throws Error if the site has none to give */
async function fetchAchievements(
  name: string,
  gameId: number,
  signal: AbortSignal,
): Promise<ListedAchievement[]> {
  const response = await fetch(`/api/v1/users/${name}/games/${gameId}`, { signal });
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  return (await response.json()).achievements;
}
