import { memo } from "react";
import { formatDay } from "@/lib/format";
import type { MilestoneView } from "@/lib/players/profile-view";
import { milestoneLabel } from "@/lib/progress/milestones";
import marks from "./award-mark.module.css";
import { titleMarkup } from "./game-title";
import styles from "./milestone-list.module.css";

/** Newer ones are shown at once, all others on demand. */
const SHOWN = 10;

/** The awards worth naming, newest first. */
export const MilestoneList = memo(function MilestoneList({
  milestones,
}: {
  milestones: MilestoneView[];
}) {
  if (milestones.length === 0) return null;
  const older = milestones.slice(SHOWN);
  return (
    <section aria-labelledby="milestones" className={styles.section}>
      <h2 id="milestones" className={styles.title}>
        Milestones
      </h2>
      <Milestones milestones={milestones.slice(0, SHOWN)} />
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{older.length} older ones</summary>
          <Milestones milestones={older} start={SHOWN + 1} />
        </details>
      )}
    </section>
  );
});

function Milestones({ milestones, start }: { milestones: MilestoneView[]; start?: number }) {
  const items = milestones.map(milestoneItem).join("");
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: milestoneItem escapes titles
    <ol className={styles.list} start={start} dangerouslySetInnerHTML={{ __html: items }} />
  );
}

/** Markup for the reason that a game's row is. */
function milestoneItem(milestone: MilestoneView): string {
  const { kind, at, title } = milestone;
  const casual = kind === "beaten-softcore" ? `<span class="${styles.casual}"> casual</span>` : "";
  return `<li class="${styles.milestone}">\
<span class="${marks.mark} ${marks[kind]}" aria-hidden="true"></span><div>\
<p class="${styles.label}">${milestoneLabel(milestone)}${casual}</p>\
<p class="${styles.game}">${titleMarkup(title)}</p>\
<p class="${styles.game}">${formatDay(at)}</p></div></li>`;
}
