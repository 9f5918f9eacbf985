import type { Metadata } from "next";
import { connection } from "next/server";
import { DemoNotice } from "@/app/_components/demo-notice";
import { ChoosePlayers } from "./_components/choose-players";
import { suggestedNames } from "./_components/suggested-names";

export const metadata: Metadata = {
  title: "Compare players",
  description:
    "Compare two to four RetroAchievements players: who is ahead, their games in common, and what to catch up on.",
};

/** Chooses the players to compare. */
export default async function Page() {
  // Whether there is a key is known when the site runs, not when it is built.
  await connection();
  return (
    <main id="main">
      <DemoNotice />
      <ChoosePlayers title="Compare players" names={[]} suggested={await suggestedNames()} />
    </main>
  );
}
