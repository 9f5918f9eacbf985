import useSWR from "swr";
import type { ProfileView } from "@/lib/players/profile-view";

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
  const { data } = useSWR(`/api/v1/users/${initial.profile.name}`, fetchView, {
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
  return data;
}
