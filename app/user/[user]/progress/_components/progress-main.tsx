import { DemoNotice } from "@/app/_components/demo-notice";
import { PlayerBar } from "@/app/user/[user]/_components/player-bar";
import { env } from "@/lib/env";
import { loadPageVersion } from "@/lib/players/load-player";
import { loadTimes } from "@/lib/players/times/load-times";
import { isOtherVersion } from "@/lib/players/view-revision";
import type { parseListQuery } from "@/lib/progress/list-query";
import { yearOf } from "@/lib/progress/review-years";
import { mediaBase, siteBase } from "@/lib/retroachievements/retroachievements";
import { progressView } from "@/lib/views/make-progress-view";
import { packView } from "@/lib/views/progress-view";
import { ProgressPage } from "./progress-page";

interface ProgressMainProps {
  /** One version of a player's page, as the proxy names it. */
  version: string;
  list: ReturnType<typeof parseListQuery>;
}

/** A player's Completion Progress page with the games that a query finds. */
export async function ProgressMain({ version, list }: ProgressMainProps) {
  const library = await loadPageVersion(version);
  // Before the data: what is too late for this may come a moment later.
  const isOther = await isOtherVersion(version, "progress", library);
  const known = await loadTimes(library.player);
  const view = progressView({ ...library, ...(known && { times: known.times }) }, list);
  const { name } = view.profile;
  // The proxy does not cache such a page.
  const incomplete = isOther && { "data-incomplete": true };
  return (
    <main id="main" {...incomplete}>
      <link rel="canonical" href={`${env().SITE_URL ?? ""}/user/${name}/progress`} />
      <DemoNotice />
      <PlayerBar name={name} year={yearOf(view.checkedAt)} current="progress" />
      <ProgressPage
        initial={packView(view)}
        mediaBase={mediaBase()}
        freshSeconds={env().CACHE_FRESH_SECONDS}
        siteBase={siteBase()}
      />
    </main>
  );
}
