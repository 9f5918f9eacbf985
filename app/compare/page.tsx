import type { Metadata } from "next";
import { connection } from "next/server";
import { DemoNotice } from "@/app/_components/demo-notice";
import { ChoosePlayers } from "./_components/choose-players";

export const metadata: Metadata = {
  title: "Players side by side",
  description:
    "Two to four RetroAchievements players side by side: what they share, who is ahead, what is worth a try.",
};

/** Chooses the players to compare. */
export default async function Page() {
  // Whether there is a key is known when the site runs, not when it is built.
  await connection();
  return (
    <main id="main">
      <DemoNotice />
      <ChoosePlayers title="Players side by side" names={[]} />
    </main>
  );
}
