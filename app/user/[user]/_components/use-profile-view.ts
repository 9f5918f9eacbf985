import useSWR from "swr";
import type { ProfileView } from "@/lib/players/profile-view";
import { listQueryToSearch } from "@/lib/progress/list-query";

/** While the site itself has only stale data, a refresh is under way there: so soon it is asked again. */
const AFTER_STALE_MS = 5000;
const AFTER_FAILURE_MS = 30_000;

async function fetchView(url: string): Promise<ProfileView> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  return response.json();
}

/**
 * The newest view of a player: at first what the server rendered, without a request; then what the
 * API says on focus and every `freshSeconds`.
 */
export function useProfileView(initial: ProfileView, freshSeconds: number): ProfileView {
  const key = `/api/v1/users/${initial.profile.name}${listQueryToSearch(initial.query)}`;
  const { data } = useSWR(key, fetchView, {
    fallbackData: initial,
    revalidateOnMount: false,
    revalidateIfStale: false,
    revalidateOnFocus: true,
    focusThrottleInterval: 5000,
    refreshInterval: (latest) => {
      const view = latest ?? initial;
      const isStale = Date.now() - view.checkedAt >= freshSeconds * 1000;
      if (view.refreshError !== null) return AFTER_FAILURE_MS;
      return isStale ? AFTER_STALE_MS : freshSeconds * 1000;
    },
  });
  // What the API was not asked about: the page's own URL may hold values that mean nothing.
  return { ...data, ignored: initial.ignored };
}
