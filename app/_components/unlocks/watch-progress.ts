import type { UnlockProgress } from "@/lib/players/unlocks/load-unlocks";

/** Unlocks begin to be read behind the answer that showed the page. */
const PAUSE_MS = 5000;
/** Some five minutes. */
const MOST_ASKED = 60;
/** A minute: while another server takes its first turn, this one knows of nothing that is read. */
const MOST_NONE = 12;

/**
 * Asks how far a player's unlocks are read until all are, or none is being read for a minute; while the page is hidden
 * it waits. Failures count as no answer.
 *
 * @returns a function that ends it
 */
export function watchProgress(
  user: string,
  onProgress: (progress: UnlockProgress) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let none = 0;
  let isOver = false;
  const next = () => {
    if (!isOver && asked < MOST_ASKED) timer = setTimeout(ask, PAUSE_MS);
  };
  const ask = () => {
    if (document.hidden) {
      document.addEventListener("visibilitychange", ask, { once: true });
      return;
    }
    asked++;
    fetchProgress(user).then((progress) => {
      if (isOver) return;
      if (progress) onProgress(progress);
      if (progress?.state === "none") none++;
      if (progress?.state !== "complete" && none < MOST_NONE) next();
    });
  };
  next();
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", ask);
  };
}

async function fetchProgress(user: string): Promise<UnlockProgress | null> {
  try {
    const response = await fetch(`/api/v1/users/${user}/unlocks/progress`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
